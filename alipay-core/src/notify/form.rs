//! Reading a form, once, from its raw bytes, in the charset in which it was written.

use std::ops::Range;

use memchr::{memchr, memchr2};

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
    /// The first eight bytes of the name, which are enough to sort by as a rule.
    order: u64,
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

    /// Names and values in the form's charset, sorted by name.
    pub(super) fn raw(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let (bytes, places) = match &self.raw {
            Some(raw) => (raw.bytes.as_slice(), &raw.places),
            None => (self.texts.text.as_bytes(), &self.texts.places),
        };
        places.iter().map(|place| (bytes_at(bytes, &place.name), bytes_at(bytes, &place.value)))
    }

    /// Names and values as text, sorted by name.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter()
    }

    /// Whether any value is empty.
    pub(super) fn has_empty(&self) -> bool {
        self.texts.places.iter().any(|place| place.value.is_empty())
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

    /// Whether any value holds a `&`. (No name does.)
    pub(super) fn holds_ampersand(&self) -> bool {
        memchr(b'&', self.texts.text.as_bytes()).is_some()
    }

    /// The fields that are to be kept, by name and value, as text.
    pub(super) fn into_texts(self, is_kept: impl Fn(&[u8], &[u8]) -> bool) -> Texts {
        let Texts { text, mut places } = self.texts;
        let at = |range: &Range<usize>| text.as_bytes().get(range.clone()).unwrap_or_default();
        places.retain(|place| is_kept(at(&place.name), at(&place.value)));
        Texts { text, places }
    }
}

impl Texts {
    fn push(&mut self, order: u64, name: &str, value: &str) {
        let start = self.text.len();
        self.text.push_str(name);
        let middle = self.text.len();
        self.text.push_str(value);
        self.places.push(Place { order, name: start..middle, value: middle..self.text.len() });
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let place = find(&self.places, name, |place| self.at(&place.name).as_bytes())?;
        Some(self.at(&place.value))
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
        let mut rest = body;
        while !rest.is_empty() {
            let end = memchr(b'&', rest).unwrap_or(rest.len());
            let (pair, after) = rest.split_at_checked(end).unwrap_or_default();
            rest = after.strip_prefix(b"&").unwrap_or(after);
            if pair.is_empty() {
                continue;
            }
            if raw.places.len() == MAX_FIELDS {
                return Err(Refusal::TooLarge);
            }
            raw.push(pair)?;
        }
        let Self { bytes, places } = &mut raw;
        let name = |place: &Place| bytes_at(bytes, &place.name);
        places.sort_unstable_by(|one, other| one.order.cmp(&other.order).then_with(|| name(one).cmp(name(other))));
        let mut neighbours = places.iter().zip(places.iter().skip(1));
        if neighbours.any(|(one, next)| name(one) == name(next)) { Err(Refusal::RepeatedName) } else { Ok(raw) }
    }

    fn push(&mut self, pair: &[u8]) -> Result<(), Refusal> {
        let end_of_name = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at_checked(end_of_name).unwrap_or_default();
        let start = self.bytes.len();
        if is_name(name) {
            self.bytes.extend_from_slice(name);
        } else {
            // Nobody encodes a usual name, but it may be done.
            decode(name, &mut self.bytes)?;
            if !self.bytes.get(start..).is_some_and(is_name) {
                return Err(Refusal::Name);
            }
        }
        let name = start..self.bytes.len();
        let order = first_eight(self.at(&name));
        decode(value.strip_prefix(b"=").unwrap_or(value), &mut self.bytes)?;
        let value = name.end..self.bytes.len();
        self.places.push(Place { order, name, value });
        Ok(())
    }

    fn to_texts(&self, charset: Charset) -> Result<Texts, Refusal> {
        let mut texts = Texts { text: String::with_capacity(self.bytes.len()), places: Vec::new() };
        for place in &self.places {
            let name = std::str::from_utf8(self.at(&place.name)).map_err(|_| Refusal::Name)?;
            let (value, _) = charset.decode(self.at(&place.value)).ok_or(Refusal::NotInCharset)?;
            texts.push(place.order, name, &value);
        }
        Ok(texts)
    }

    fn find(&self, name: &str) -> Option<&[u8]> {
        let place = find(&self.places, name, |place| self.at(&place.name))?;
        Some(self.at(&place.value))
    }

    fn at(&self, range: &Range<usize>) -> &[u8] {
        bytes_at(&self.bytes, range)
    }
}

/// The place of a name, among places that are sorted.
fn find<'p, 'n>(places: &'p [Place], name: &str, name_at: impl Fn(&'p Place) -> &'n [u8]) -> Option<&'p Place> {
    let order = first_eight(name.as_bytes());
    let start = places.partition_point(|place| place.order < order);
    let mut alike = places.iter().skip(start).take_while(|place| place.order == order);
    alike.find(|place| name_at(place) == name.as_bytes())
}

fn bytes_at<'a>(bytes: &'a [u8], range: &Range<usize>) -> &'a [u8] {
    bytes.get(range.clone()).unwrap_or_default()
}

/// `+` is a space, and `%` begins two hexadecimal digits or is refused.
fn decode(half: &[u8], to: &mut Vec<u8>) -> Result<(), Refusal> {
    let mut rest = half;
    loop {
        rest = match rest {
            [] => return Ok(()),
            [b'+', after @ ..] => {
                to.push(b' ');
                after
            }
            [b'%', high, low, after @ ..] => {
                let (Some(high), Some(low)) = (hexadecimal(*high), hexadecimal(*low)) else {
                    return Err(Refusal::PercentEncoding);
                };
                to.push((high << 4) | low);
                after
            }
            [b'%', ..] => return Err(Refusal::PercentEncoding),
            plain => {
                let end = memchr2(b'%', b'+', plain).unwrap_or(plain.len());
                let (plain, after) = plain.split_at_checked(end).unwrap_or_default();
                to.extend_from_slice(plain);
                after
            }
        }
    }
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

/// The first eight bytes of a name; zeros behind a shorter one, which no name holds.
fn first_eight(name: &[u8]) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(name).for_each(|(place, byte)| *place = *byte);
    u64::from_be_bytes(first)
}
