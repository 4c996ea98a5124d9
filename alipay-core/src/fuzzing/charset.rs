//! Charsets: from bytes to text and back, and nothing is lost without a word.

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

use super::is_set;
use crate::charset::Charset;

/// By the lowest two bits of the settings.
const CHARSETS: [(Charset, &Encoding); 4] =
    [(Charset::Utf8, UTF_8), (Charset::Gbk, GBK), (Charset::Gb2312, GBK), (Charset::Gb18030, GB18030)];

/// Bit 2 of the settings: the input is text, and is encoded. Bit 3: it is a `Content-Type`. Else it is
/// bytes, and is decoded.
pub fn charset(input: &[u8]) -> bool {
    let Some((&settings, input)) = input.split_first() else { return false };
    let (charset, encoding) = CHARSETS[usize::from(settings & 3)];
    if is_set(settings, 2) {
        encode(&String::from_utf8_lossy(input), charset, encoding)
    } else if is_set(settings, 3) {
        name(&String::from_utf8_lossy(input))
    } else {
        decode(input, charset, encoding)
    }
}

fn decode(bytes: &[u8], charset: Charset, encoding: &'static Encoding) -> bool {
    let (by_others, has_errors) = encoding.decode_without_bom_handling(bytes);
    let Some((text, exact)) = charset.decode(bytes) else {
        // Only what is not text, has no way back, or has other ASCII in UTF-8.
        let comes_back = [encoding, GB18030].iter().any(|encoding| *encoding.encode(&by_others).0 == *bytes);
        let is_ambiguous = std::str::from_utf8(bytes).is_ok_and(|utf8| ascii(utf8) != ascii(&by_others));
        assert!(has_errors || !comes_back || is_ambiguous || charset == Charset::Gb2312, "good text is refused");
        return false;
    };
    assert!(!has_errors && text == by_others, "other text than the library reads");
    assert_eq!(exact.encode(&text).as_deref(), Some(bytes), "there is no way back");
    assert!(exact == charset || exact == Charset::Gb18030);
    if let Ok(utf8) = std::str::from_utf8(bytes) {
        assert_eq!(ascii(utf8), ascii(&text), "the name of the charset changes what JSON it is");
    }
    true
}

fn encode(text: &str, charset: Charset, encoding: &'static Encoding) -> bool {
    let (by_others, _, lacks) = encoding.encode(text);
    if let Some(bytes) = charset.encode(text) {
        assert!(!lacks && bytes == by_others);
        let (back, has_errors) = encoding.decode_without_bom_handling(&bytes);
        assert!(!has_errors && back == text, "the gateway reads another text");
        assert_eq!(charset.first_lacking(text), None);
        return true;
    }
    let position = charset.first_lacking(text).expect("it lacks something");
    let (at, character) = text.char_indices().nth(position - 1).unwrap();
    let (before, from) = text.split_at(at);
    assert!(charset.encode(before).is_some(), "an earlier one is lacking");
    assert!(charset.encode(&from[..character.len_utf8()]).is_none(), "it has that one");
    false
}

fn name(content_type: &str) -> bool {
    let label = Charset::named_in(content_type);
    let Some(charset) = Charset::of_content_type(Some(content_type)) else {
        let encoding = Encoding::for_label(label.expect("none is named, so it is UTF-8").as_bytes());
        assert!(encoding.is_none_or(|encoding| ![UTF_8, GBK, GB18030].contains(&encoding)));
        return false;
    };
    assert!(label.is_some() || charset == Charset::Utf8);
    assert_eq!(Charset::from_name(charset.as_str()), Some(charset));
    // With other letters and other parameters around it, it is the same.
    let dressed = format!("text/plain; a=b;CHARSET = \"{}\" ;c", label.unwrap_or("utf-8").to_ascii_uppercase());
    assert_eq!(Charset::of_content_type(Some(&dressed)), Some(charset));
    true
}

fn ascii(text: &str) -> String {
    text.chars().filter(char::is_ascii).collect()
}
