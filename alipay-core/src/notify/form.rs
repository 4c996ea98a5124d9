//! Reading a form, once, from its raw bytes, in the charset in which it was written.

use std::ops::Range;

use super::Refusal;
use crate::charset::Charset;

/// A notification has about thirty.
const MAX_FIELDS: usize = 512;

/// The fields of a form, decoded, sorted by name, each name once.
pub(super) struct Form {
    texts: Texts,
    /// The same in the form's charset, unless that is UTF-8: what is signed.
    raw: Option<Raw>,
}

/// One field, borrowed from its form.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    /// Letters, digits and a few signs, all ASCII.
    pub(super) name: &'a str,
    /// The value in the form's charset.
    pub(super) bytes: &'a [u8],
    /// The same value.
    pub(super) text: &'a str,
}

/// Names and values, one after the other in one text.
#[derive(Clone)]
pub(super) struct Texts {
    text: String,
    places: Vec<Place>,
}

/// Names and values, one after the other.
struct Raw {
    bytes: Vec<u8>,
    places: Vec<Place>,
}

/// Where a name and its value stand.
#[derive(Clone)]
struct Place {
    name: Range<usize>,
    value: Range<usize>,
}

impl Form {
    /// Reads the form. The charset is that which the form itself names, else that of the
    /// `Content-Type`, else `otherwise`.
    pub(super) fn read(body: &[u8], content_type: Option<&str>, otherwise: Charset) -> Result<Self, Refusal> {
        let raw = Raw::read(body)?;
        let own = raw.find("charset").filter(|value| !value.is_empty());
        let charset = match (own, content_type.and_then(Charset::named_in)) {
            (Some(value), _) => std::str::from_utf8(value).ok().and_then(Charset::from_name),
            (None, Some(label)) => Charset::from_name(label),
            (None, None) => Some(otherwise),
        };
        match charset.ok_or(Refusal::UnknownCharset)? {
            // Between two values stands a name in ASCII: if all together is UTF-8, each value is.
            Charset::Utf8 => {
                let text = String::from_utf8(raw.bytes).map_err(|_| Refusal::NotInCharset)?;
                Ok(Self { texts: Texts { text, places: raw.places }, raw: None })
            }
            charset => Ok(Self { texts: raw.to_texts(charset)?, raw: Some(raw) }),
        }
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = Field<'_>> {
        let mut places = self.raw.iter().flat_map(|raw| &raw.places);
        self.texts.iter().map(move |(name, text)| {
            let raw = self.raw.as_ref().zip(places.next());
            let bytes = raw.map_or(text.as_bytes(), |(raw, place)| raw.at(&place.value));
            Field { name, bytes, text }
        })
    }

    /// The value of a field, unless it is empty.
    pub(super) fn find(&self, name: &str) -> Option<&str> {
        self.texts.get(name).filter(|text| !text.is_empty())
    }

    /// Whether there is a field of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.texts.get(name).is_some()
    }

    /// Room for all names and values, with two signs each.
    pub(super) fn capacity(&self) -> usize {
        let bytes = self.raw.as_ref().map_or(self.texts.text.len(), |raw| raw.bytes.len());
        bytes + 2 * self.texts.places.len()
    }

    /// The fields that are to be kept, as text.
    pub(super) fn into_texts(self, is_kept: impl Fn(Field<'_>) -> bool) -> Texts {
        let mut kept = self.fields().map(is_kept).collect::<Vec<_>>().into_iter();
        let mut texts = self.texts;
        texts.places.retain(|_| kept.next().unwrap_or(false));
        texts
    }
}

impl Texts {
    fn push(&mut self, name: &str, value: &str) {
        let start = self.text.len();
        self.text.push_str(name);
        let middle = self.text.len();
        self.text.push_str(value);
        self.places.push(Place { name: start..middle, value: middle..self.text.len() });
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.places.binary_search_by(|place| self.at(&place.name).cmp(name));
        self.places.get(found.ok()?).map(|place| self.at(&place.value))
    }

    /// Names and values, sorted by name.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.places.iter().map(|place| (self.at(&place.name), self.at(&place.value)))
    }

    fn at(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

impl Raw {
    fn read(body: &[u8]) -> Result<Self, Refusal> {
        let mut raw = Self { bytes: Vec::with_capacity(body.len()), places: Vec::with_capacity(32) };
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            if raw.places.len() == MAX_FIELDS {
                return Err(Refusal::TooLarge);
            }
            raw.push(pair)?;
        }
        let Self { bytes, places } = &mut raw;
        let name = |place: &Place| bytes_at(bytes, &place.name);
        places.sort_unstable_by(|one, other| name(one).cmp(name(other)));
        let mut neighbours = places.iter().zip(places.iter().skip(1));
        if neighbours.any(|(one, next)| name(one) == name(next)) { Err(Refusal::RepeatedName) } else { Ok(raw) }
    }

    fn push(&mut self, pair: &[u8]) -> Result<(), Refusal> {
        let end_of_name = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at_checked(end_of_name).unwrap_or_default();
        let start = self.bytes.len();
        decode(name, &mut self.bytes)?;
        let name = start..self.bytes.len();
        if !is_name(self.at(&name)) {
            return Err(Refusal::Name);
        }
        decode(value.strip_prefix(b"=").unwrap_or(value), &mut self.bytes)?;
        let value = name.end..self.bytes.len();
        self.places.push(Place { name, value });
        Ok(())
    }

    fn to_texts(&self, charset: Charset) -> Result<Texts, Refusal> {
        let mut texts = Texts { text: String::with_capacity(self.bytes.len()), places: Vec::new() };
        for place in &self.places {
            let name = std::str::from_utf8(self.at(&place.name)).map_err(|_| Refusal::Name)?;
            let (value, _) = charset.decode(self.at(&place.value)).ok_or(Refusal::NotInCharset)?;
            texts.push(name, &value);
        }
        Ok(texts)
    }

    fn find(&self, name: &str) -> Option<&[u8]> {
        let found = self.places.binary_search_by(|place| self.at(&place.name).cmp(name.as_bytes()));
        self.places.get(found.ok()?).map(|place| self.at(&place.value))
    }

    fn at(&self, range: &Range<usize>) -> &[u8] {
        bytes_at(&self.bytes, range)
    }
}

fn bytes_at<'a>(bytes: &'a [u8], range: &Range<usize>) -> &'a [u8] {
    bytes.get(range.clone()).unwrap_or_default()
}

/// `+` is a space, and `%` begins two hexadecimal digits or is refused.
fn decode(half: &[u8], to: &mut Vec<u8>) -> Result<(), Refusal> {
    let mut rest = half.iter();
    while let Some(byte) = rest.next() {
        to.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| hexadecimal(*digit));
                let (Some(high), Some(low)) = (digit(), digit()) else {
                    return Err(Refusal::PercentEncoding);
                };
                (high << 4) | low
            }
            other => *other,
        });
    }
    Ok(())
}

fn hexadecimal(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

fn is_name(name: &[u8]) -> bool {
    let is_usual = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    !name.is_empty() && name.iter().all(is_usual)
}
