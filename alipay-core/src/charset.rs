//! The charset of an answer: from bytes to text, and back to the very same bytes.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// A charset in which the gateway answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Charset(&'static Encoding);

impl Charset {
    /// What `Content-Type` names; UTF-8 if it names none. `None` for a charset that the gateway
    /// does not use.
    pub(crate) fn of_content_type(content_type: Option<&str>) -> Option<Self> {
        let label = content_type.and_then(|value| {
            value.split(';').skip(1).find_map(|parameter| {
                let (name, label) = parameter.split_once('=')?;
                name.trim().eq_ignore_ascii_case("charset").then(|| label.trim().trim_matches('"'))
            })
        });
        let Some(label) = label else {
            return Some(Self(UTF_8));
        };
        let encoding = Encoding::for_label(label.as_bytes())?;
        [UTF_8, GBK, GB18030].contains(&encoding).then_some(Self(encoding))
    }

    /// The text of these bytes, and the charset in which the text has exactly these bytes. Nothing
    /// is replaced: what is malformed, or would change on the way back, gives `None`.
    ///
    /// Nobody signs the `Content-Type`. GBK takes a `\` for the second half of a character: under its
    /// name the signed bytes of a text in UTF-8 would be read as other JSON. So bytes whose ASCII is
    /// not the same in both give `None` too.
    pub(crate) fn decode(self, bytes: &[u8]) -> Option<(Cow<'_, str>, Self)> {
        let text = self.0.decode_without_bom_handling_and_without_replacement(bytes)?;
        if std::str::from_utf8(bytes).is_ok_and(|utf8| !ascii(utf8).eq(ascii(&text))) {
            return None;
        }
        // The signature covers bytes, and they are compared as bytes: so the way back must be exact.
        // What calls itself GBK may hold GB18030's longer characters.
        let exact = [self.0, GB18030]
            .into_iter()
            .map(Self)
            .find(|charset| charset.0 == UTF_8 || charset.encode(&text).is_some_and(|encoded| encoded == bytes))?;
        Some((text, exact))
    }

    /// The bytes of this text; `None` if the charset lacks one of its characters.
    pub(crate) fn encode(self, text: &str) -> Option<Cow<'_, [u8]>> {
        let (bytes, _, has_unmappable) = self.0.encode(text);
        (!has_unmappable).then_some(bytes)
    }
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
        assert_eq!(Charset::of_content_type(None), Some(Charset(UTF_8)));
        for (content_type, charset) in [
            ("text/html", Some(UTF_8)),
            ("text/html;charset=utf-8", Some(UTF_8)),
            ("application/json; Charset=\"UTF-8\"", Some(UTF_8)),
            ("text/plain;charset=GBK", Some(GBK)),
            ("text/plain;a=b; charset=gb2312 ;c=d", Some(GBK)),
            ("text/plain;charset=GB18030", Some(GB18030)),
            ("text/plain;charset=utf-16", None),
            ("text/plain;charset=no-such", None),
            ("text/plain;charset=", None),
        ] {
            assert_eq!(named(content_type), charset.map(Charset), "{content_type}");
        }
    }

    #[test]
    fn text_is_decoded_only_if_it_can_go_back_to_the_same_bytes() {
        let gbk = named("text/plain;charset=GBK").unwrap();
        let utf8 = Charset(UTF_8);
        for (charset, bytes, text, exact) in [
            (utf8, "中文 😀".as_bytes(), Some("中文 😀"), UTF_8),
            (utf8, b"\xff", None, UTF_8),
            (utf8, b"\xe4\xb8", None, UTF_8),
            (gbk, b"\xd6\xd0\xce\xc4", Some("中文"), GBK),
            (gbk, b"\x80", Some("€"), GBK),
            (gbk, b"\x94\x39\xfc\x36", Some("😀"), GB18030),
            // These bytes are text in UTF-8 as well, without harm, and with harm: a `\` or not.
            (gbk, b"\xc1\xaa\xcd\xa8", Some("联通"), GBK),
            (gbk, b"\xe4\xb8\xad\x5c", None, GBK),
            // Half of a character, and a byte that GBK has no use for.
            (gbk, b"\xd6", None, GBK),
            (gbk, b"\xff", None, GBK),
            // The euro sign in its two spellings at once has no way back.
            (gbk, b"\x80\xa2\xe3", None, GBK),
        ] {
            let decoded = charset.decode(bytes);
            assert_eq!(decoded, text.map(|text| (Cow::Borrowed(text), Charset(exact))), "{bytes:x?}");
            if let Some((text, exact)) = decoded {
                assert_eq!(exact.encode(&text).as_deref(), Some(bytes));
            }
        }
    }
}
