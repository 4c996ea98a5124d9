//! The parameters of a request: of the query and of the body, a form or the text parts of an upload,
//! decoded from percent-encoding and then from the charset that the request itself names.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use bytes::Bytes;
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};
use percent_encoding::percent_decode;

/// The parameters as the caller meant them, in the order they came: the query first.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) parameters: Vec<(String, String)>,
    /// What `charset` names; none if it is missing or is none that the gateway takes. The
    /// parameters are then read as UTF-8.
    pub(crate) charset: Option<&'static Encoding>,
}

impl Form {
    pub(crate) fn parse(query: &[u8], body: &[u8]) -> Result<Self, FormError> {
        Self::of(&pairs(query).chain(pairs(body)).collect::<Result<Vec<_>, _>>()?)
    }

    /// Text parts of an upload are not percent-encoded.
    pub(crate) fn with_parts(query: &[u8], parts: &[(String, Bytes)]) -> Result<Self, FormError> {
        let parts = parts.iter().map(|(name, text)| Ok((name.as_bytes().into(), text.as_ref().into())));
        Self::of(&pairs(query).chain(parts).collect::<Result<Vec<_>, _>>()?)
    }

    fn of(pairs: &[Pair<'_>]) -> Result<Self, FormError> {
        let charset = pairs.iter().find(|(name, _)| **name == *b"charset").and_then(|(_, label)| charset(label));
        let parameters = pairs
            .iter()
            .map(|(name, value)| {
                let encoding = charset.unwrap_or(UTF_8);
                Ok((text(encoding, name)?, text(encoding, value)?))
            })
            .collect::<Result<Vec<_>, FormError>>()?;

        let mut names = HashSet::new();
        if let Some((name, _)) = parameters.iter().find(|(name, _)| !names.insert(name)) {
            return Err(FormError::Duplicate(name.clone()));
        }
        Ok(Self { parameters, charset })
    }
}

/// What makes a query or a form body unreadable.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum FormError {
    /// A `%` without two hexadecimal digits after it.
    Escape,
    /// Bytes that are no text in the request's charset.
    Charset,
    /// This name stands twice.
    Duplicate(String),
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Escape => f.write_str("a % without two hexadecimal digits after it"),
            Self::Charset => f.write_str("bytes that are no text in the charset of the request"),
            Self::Duplicate(name) => write!(f, "the parameter {name} stands twice"),
        }
    }
}

/// The charsets that the gateway takes. GB2312 is read as GBK, which contains it.
fn charset(label: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_label(label).filter(|encoding| [UTF_8, GBK, GB18030].contains(encoding))
}

type Pair<'a> = (Cow<'a, [u8]>, Cow<'a, [u8]>);

/// `form_urlencoded` would decode as UTF-8 at once, so the split is made here.
fn pairs(form: &[u8]) -> impl Iterator<Item = Result<Pair<'_>, FormError>> {
    form.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(|pair| {
        let mut parts = pair.splitn(2, |byte| *byte == b'=');
        let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        Ok((bytes(name)?, bytes(value)?))
    })
}

fn bytes(encoded: &[u8]) -> Result<Cow<'_, [u8]>, FormError> {
    let is_escape = |after: &[u8]| matches!(after, [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    if !encoded.split(|byte| *byte == b'%').skip(1).all(is_escape) {
        return Err(FormError::Escape);
    }
    if encoded.contains(&b'+') {
        let spaced: Vec<u8> = encoded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
        return Ok(Cow::Owned(percent_decode(&spaced).collect()));
    }
    Ok(percent_decode(encoded).into())
}

fn text(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, FormError> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned).ok_or(FormError::Charset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(query: &str, body: &str) -> Result<Vec<(String, String)>, FormError> {
        Form::parse(query.as_bytes(), body.as_bytes()).map(|form| form.parameters)
    }

    #[test]
    fn query_and_body_are_one_form() {
        for (query, body, expected) in [
            ("", "", &[] as &[(&str, &str)]),
            ("a=1&b=2", "c=3", &[("a", "1"), ("b", "2"), ("c", "3")]),
            ("a=x+y%2Bz", "", &[("a", "x y+z")]),
            ("a=b=c", "", &[("a", "b=c")]),
            ("a", "b=&&c=%25", &[("a", ""), ("b", ""), ("c", "%")]),
            ("charset=utf-8&a=%E7%A7%AF", "", &[("charset", "utf-8"), ("a", "积")]),
            ("charset=GBK", "a=%BB%FD", &[("charset", "GBK"), ("a", "积")]),
            ("a=%BB%FD", "charset=gb2312", &[("a", "积"), ("charset", "gb2312")]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
            assert_eq!(parse(query, body).unwrap(), expected, "{query} | {body}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for (query, body, expected) in [
            ("a=%", "", FormError::Escape),
            ("a=%4", "", FormError::Escape),
            ("", "%zz=1", FormError::Escape),
            ("a=%%41", "", FormError::Escape),
            ("a=%FF", "", FormError::Charset),
            ("charset=GBK&a=%BB", "", FormError::Charset),
            ("charset=utf-8&a=%BB%FD", "", FormError::Charset),
            ("a=1", "a=2", FormError::Duplicate("a".into())),
            ("a=1&%61=1", "", FormError::Duplicate("a".into())),
        ] {
            assert_eq!(parse(query, body), Err(expected), "{query} | {body}");
        }
    }

    #[test]
    fn only_the_charsets_of_the_platform_are_taken() {
        for (label, expected) in [
            ("utf-8", Some(UTF_8)),
            ("UTF-8", Some(UTF_8)),
            ("GBK", Some(GBK)),
            ("gb2312", Some(GBK)),
            ("gb18030", Some(GB18030)),
            ("iso-8859-1", None),
            ("utf-16", None),
            ("", None),
        ] {
            assert_eq!(charset(label.as_bytes()), expected, "{label}");
        }
    }
}
