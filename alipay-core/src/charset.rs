//! Charsets: from bytes to text, and back to the very same bytes.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// A charset that the platform knows. It decides the bytes that are signed and sent.
///
/// Alipay's document calls it the common parameter `charset`. UTF-8 holds every text; a text with a
/// character that another charset lacks is refused before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Charset {
    /// `utf-8`, the default.
    #[default]
    Utf8,
    /// `GBK`: about 22,000 characters.
    Gbk,
    /// `GB2312`: about 7,400 characters, all of them in GBK with the same bytes.
    Gb2312,
    /// `GB18030`: every character of Unicode but 19 for private use.
    Gb18030,
}

impl Charset {
    /// The value of `charset` on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Gbk => "GBK",
            Self::Gb2312 => "GB2312",
            Self::Gb18030 => "GB18030",
        }
    }

    const fn encoding(self) -> &'static Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Gbk | Self::Gb2312 => GBK,
            Self::Gb18030 => GB18030,
        }
    }

    /// What `Content-Type` names; UTF-8 if it names none. `None` for a charset that the gateway
    /// does not use. GB2312 is read as GBK, which holds it.
    pub(crate) fn of_content_type(content_type: Option<&str>) -> Option<Self> {
        content_type.and_then(Self::named_in).map_or(Some(Self::Utf8), Self::from_name)
    }

    /// The name of a charset in a `Content-Type`.
    pub(crate) fn named_in(content_type: &str) -> Option<&str> {
        content_type.split(';').skip(1).find_map(|parameter| {
            let (name, label) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("charset").then(|| label.trim().trim_matches('"'))
        })
    }

    /// The charset of this name, in any case. `None` for one that the gateway does not use. GB2312 is
    /// read as GBK, which holds it.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let encoding = Encoding::for_label(name.as_bytes())?;
        [Self::Utf8, Self::Gbk, Self::Gb18030].into_iter().find(|charset| charset.encoding() == encoding)
    }

    /// The text of these bytes, and the charset in which the text has exactly these bytes. Nothing
    /// is replaced: what is malformed, or would change on the way back, gives `None`.
    ///
    /// Nobody signs the `Content-Type`. GBK takes a `\` for the second half of a character: under its
    /// name the signed bytes of a text in UTF-8 would be read as other JSON. So bytes whose ASCII is
    /// not the same in both give `None` too.
    pub(crate) fn decode(self, bytes: &[u8]) -> Option<(Cow<'_, str>, Self)> {
        let text = self.encoding().decode_without_bom_handling_and_without_replacement(bytes)?;
        if self == Self::Utf8 {
            return Some((text, self));
        }
        if std::str::from_utf8(bytes).is_ok_and(|utf8| !ascii(utf8).eq(ascii(&text))) {
            return None;
        }
        // The signature covers bytes, and they are compared as bytes: so the way back must be exact.
        // What calls itself GBK may hold GB18030's longer characters.
        let exact = [self, Self::Gb18030]
            .into_iter()
            .find(|charset| charset.encode(&text).is_some_and(|encoded| encoded == bytes))?;
        Some((text, exact))
    }

    /// The bytes of this text; `None` if the charset lacks one of its characters.
    pub(crate) fn encode(self, text: &str) -> Option<Cow<'_, [u8]>> {
        let (bytes, _, has_unmappable) = self.encoding().encode(text);
        let is_whole = !has_unmappable && (self != Self::Gb2312 || is_gb2312(&bytes));
        (is_whole && (self == Self::Utf8 || self.reads_private_use(text, &bytes))).then_some(bytes)
    }

    /// Whether characters for private use come back. Eighteen of them are written with the bytes of the
    /// characters that Unicode has got for them since: the gateway would read those.
    fn reads_private_use(self, text: &str, bytes: &[u8]) -> bool {
        let is_private_use = |character| matches!(character, '\u{e000}'..='\u{f8ff}');
        !text.contains(is_private_use) || self.encoding().decode_without_bom_handling(bytes).0 == text
    }

    /// Which character of the text the charset lacks, counted from 1; `None` if it has them all.
    pub(crate) fn first_lacking(self, text: &str) -> Option<usize> {
        let mut buffer = [0; 4];
        // Whole texts are fast, single characters are not.
        if self == Self::Utf8 || self.encode(text).is_some() {
            return None;
        }
        let lacks = |character: char| self.encode(character.encode_utf8(&mut buffer)).is_none();
        text.chars().position(lacks).map(|position| position + 1)
    }
}

/// Whether bytes in GBK use nothing that GBK has beyond GB2312: no trail byte below 0xA1, and of
/// the rest only the rows and cells that the older standard fills.
fn is_gb2312(gbk: &[u8]) -> bool {
    let mut bytes = gbk.iter().copied();
    while let Some(lead) = bytes.next() {
        if lead < 0x80 {
            continue;
        }
        let is_old = match (lead, bytes.next().unwrap_or_default()) {
            (0xa2, 0xa1..=0xaa) | (0xa6, 0xe0..=0xf5) | (0xa8, 0xbb..=0xc0) => false,
            (0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe) => true,
            _ => false,
        };
        if !is_old {
            return false;
        }
    }
    true
}

/// All that JSON's structure is made of.
fn ascii(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(content_type: &str) -> Option<Charset> {
        Charset::of_content_type(Some(content_type))
    }

    #[test]
    fn the_content_type_names_the_charset() {
        assert_eq!(Charset::of_content_type(None), Some(Charset::Utf8));
        for (content_type, charset) in [
            ("text/html", Some(Charset::Utf8)),
            ("text/html;charset=utf-8", Some(Charset::Utf8)),
            ("application/json; Charset=\"UTF-8\"", Some(Charset::Utf8)),
            ("text/plain;charset=GBK", Some(Charset::Gbk)),
            ("text/plain;a=b; charset=gb2312 ;c=d", Some(Charset::Gbk)),
            ("text/plain;charset=GB18030", Some(Charset::Gb18030)),
            ("text/plain;charset=utf-16", None),
            ("text/plain;charset=no-such", None),
            ("text/plain;charset=", None),
        ] {
            assert_eq!(named(content_type), charset, "{content_type}");
        }
    }

    #[test]
    fn text_is_decoded_only_if_it_can_go_back_to_the_same_bytes() {
        let gbk = named("text/plain;charset=GBK").unwrap();
        let utf8 = Charset::Utf8;
        for (charset, bytes, text, exact) in [
            (utf8, "中文 😀".as_bytes(), Some("中文 😀"), Charset::Utf8),
            (utf8, b"\xff", None, Charset::Utf8),
            (utf8, b"\xe4\xb8", None, Charset::Utf8),
            (gbk, b"\xd6\xd0\xce\xc4", Some("中文"), Charset::Gbk),
            (gbk, b"\x80", Some("€"), Charset::Gbk),
            (gbk, b"\x94\x39\xfc\x36", Some("😀"), Charset::Gb18030),
            // These bytes are text in UTF-8 as well, without harm, and with harm: a `\` or not.
            (gbk, b"\xc1\xaa\xcd\xa8", Some("联通"), Charset::Gbk),
            (gbk, b"\xe4\xb8\xad\x5c", None, Charset::Gbk),
            // Half of a character, and a byte that GBK has no use for.
            (gbk, b"\xd6", None, Charset::Gbk),
            (gbk, b"\xff", None, Charset::Gbk),
            // The euro sign in its two spellings at once has no way back.
            (gbk, b"\x80\xa2\xe3", None, Charset::Gbk),
        ] {
            let decoded = charset.decode(bytes);
            assert_eq!(decoded, text.map(|text| (Cow::Borrowed(text), exact)), "{bytes:x?}");
            if let Some((text, exact)) = decoded {
                assert_eq!(exact.encode(&text).as_deref(), Some(bytes));
            }
        }
    }

    #[test]
    fn every_character_comes_back_or_is_refused() {
        for charset in [Charset::Utf8, Charset::Gbk, Charset::Gb2312, Charset::Gb18030] {
            let mut refused = Vec::new();
            // Beyond them, GB18030 counts on, and the others have none.
            for character in ('\0'..='\u{10fff}').chain('\u{10fff0}'..=char::MAX) {
                let text = character.to_string();
                match charset.encode(&text) {
                    Some(bytes) => assert_eq!(
                        charset.encoding().decode_without_bom_handling(&bytes).0,
                        text,
                        "{charset:?} {bytes:x?}"
                    ),
                    None if !charset.encoding().encode(&text).2 => refused.push(character),
                    None => {}
                }
            }
            // Of what the library writes; GB2312 is a part of what it takes for that.
            match charset {
                Charset::Utf8 => assert_eq!(refused, []),
                Charset::Gb2312 => assert!(refused.contains(&'體')),
                Charset::Gbk | Charset::Gb18030 => assert!(refused.len() == 18 && refused.contains(&'\u{e81e}')),
            }
        }
    }

    #[test]
    fn what_a_charset_lacks_is_found_by_its_position() {
        for (charset, text, position) in [
            (Charset::Utf8, "中文 😀", None),
            (Charset::Gb18030, "中文 😀\u{1e3f}", None),
            (Charset::Gbk, "中文 ¥ €", Some(4)),
            (Charset::Gbk, "中文 €", None),
            (Charset::Gbk, "a😀", Some(2)),
            (Charset::Gb2312, "中文，。abc", None),
            // Traditional characters, a small Roman number, and the euro sign are GBK's alone.
            (Charset::Gb2312, "中體", Some(2)),
            (Charset::Gb2312, "ⅰ", Some(1)),
            (Charset::Gb2312, "ab€", Some(3)),
            (Charset::Gb2312, "", None),
        ] {
            assert_eq!(charset.first_lacking(text), position, "{charset:?} {text}");
            assert_eq!(charset.encode(text).is_none(), position.is_some(), "{charset:?} {text}");
        }
    }
}
