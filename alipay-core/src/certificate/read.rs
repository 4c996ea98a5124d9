//! From the bytes of one certificate to its parts.
//!
//! Real files bend the rules: signature parameters that are missing or odd, countries that are no two
//! letters, serial numbers of any sign and size. So nothing is judged here that nobody needs, and what
//! is signed or compared is kept as it stands in the file.

use jiff::ToSpan;
use jiff::civil;
use pkcs8::ObjectIdentifier;
use pkcs8::der::asn1::{AnyRef, BitStringRef};
use pkcs8::der::{Decode, Error, ErrorKind, Reader, SliceReader, Tag, TagNumber, Tagged};

use super::name;
use super::sn;
use crate::time::DateTime;

/// The parts of a certificate that this crate needs.
#[derive(PartialEq, Eq)]
pub(super) struct Parts {
    /// The whole certificate.
    pub(super) der: Vec<u8>,
    /// What the issuer signed.
    pub(super) signed: Vec<u8>,
    pub(super) signature_algorithm: ObjectIdentifier,
    pub(super) signature: Vec<u8>,
    /// Two's complement, the highest byte first.
    pub(super) serial_number: Vec<u8>,
    /// The names as DER, for comparing; as text, for the `SN` and for people.
    pub(super) issuer: Vec<u8>,
    pub(super) issuer_text: String,
    pub(super) subject: Vec<u8>,
    pub(super) subject_text: String,
    pub(super) not_before: DateTime,
    pub(super) not_after: DateTime,
    /// The public key as DER (SPKI).
    pub(super) spki: Vec<u8>,
    pub(super) limits: Limits,
    pub(super) sn: String,
}

/// What the extensions allow the key to do.
#[derive(PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub(super) struct Limits {
    /// It may issue certificates, says `basicConstraints`.
    pub(super) is_authority: bool,
    /// So many authorities may stand between it and the last certificate.
    pub(super) max_authorities_below: Option<usize>,
    /// `keyUsage` allows to issue certificates, or there is none.
    pub(super) may_issue: bool,
    /// `keyUsage` allows to sign messages, or there is none.
    pub(super) may_sign: bool,
    /// There is an extension that must not be passed over, and that this crate does not know.
    pub(super) has_unknown_critical: bool,
}

impl Parts {
    /// Reads a certificate, and nothing after it.
    pub(super) fn read(der: &[u8]) -> Result<Self, Error> {
        let mut outside = SliceReader::new(der)?;
        let parts = outside.sequence(|certificate| {
            let signed = certificate.tlv_bytes()?;
            let signature_algorithm = algorithm(certificate)?;
            let signature = BitStringRef::decode(certificate)?.raw_bytes();
            Self::read_signed(der, signed, signature_algorithm, signature)
        })?;
        outside.finish()?;
        Ok(parts)
    }

    fn read_signed(
        der: &[u8],
        signed: &[u8],
        signature_algorithm: ObjectIdentifier,
        signature: &[u8],
    ) -> Result<Self, Error> {
        SliceReader::new(signed)?.sequence(|tbs| {
            skip_context(tbs, 0)?;
            let serial_number = expect(tbs, Tag::Integer)?.value();
            if serial_number.is_empty() || serial_number.len() > sn::MAX_SERIAL_BYTES {
                return Err(Tag::Integer.length_error().into());
            }
            // Outside, nobody signed it.
            if algorithm(tbs)? != signature_algorithm {
                return Err(Tag::ObjectIdentifier.value_error().into());
            }
            let issuer = tbs.tlv_bytes()?;
            let (not_before, not_after) =
                tbs.sequence(|validity| Ok::<_, Error>((time(validity)?, time(validity)?)))?;
            let subject = tbs.tlv_bytes()?;
            let spki = tbs.tlv_bytes()?;
            skip_context(tbs, 1)?;
            skip_context(tbs, 2)?;
            let limits = Limits::read(tbs)?;
            let issuer_text = name::rfc2253(issuer)?;
            Ok(Self {
                sn: sn::sn(&issuer_text, serial_number),
                der: der.to_vec(),
                signed: signed.to_vec(),
                signature_algorithm,
                signature: signature.to_vec(),
                serial_number: serial_number.to_vec(),
                issuer: issuer.to_vec(),
                issuer_text,
                subject: subject.to_vec(),
                subject_text: name::rfc2253(subject)?,
                not_before,
                not_after,
                spki: spki.to_vec(),
                limits,
            })
        })
    }
}

impl Limits {
    /// Reads the extensions, if there are any: a certificate of version 1 has none.
    fn read(tbs: &mut SliceReader<'_>) -> Result<Self, Error> {
        let mut limits = Self {
            is_authority: false,
            max_authorities_below: None,
            may_issue: true,
            may_sign: true,
            has_unknown_critical: false,
        };
        if tbs.is_finished() {
            return Ok(limits);
        }
        let extensions = AnyRef::decode(tbs)?;
        if !is_context(extensions.tag(), 3) {
            return Err(extensions.tag().unexpected_error(None).into());
        }
        let mut inside = SliceReader::new(extensions.value())?;
        inside.sequence(|list| {
            while !list.is_finished() {
                list.sequence(|extension| limits.read_extension(extension))?;
            }
            Ok::<_, Error>(())
        })?;
        inside.finish()?;
        Ok(limits)
    }

    fn read_extension(&mut self, extension: &mut SliceReader<'_>) -> Result<(), Error> {
        // By its bytes: there are identifiers with numbers larger than the library holds.
        let id = expect(extension, Tag::ObjectIdentifier)?.value();
        let mut value = AnyRef::decode(extension)?;
        let mut is_critical = false;
        if value.tag() == Tag::Boolean {
            is_critical = value.value() != [0];
            value = AnyRef::decode(extension)?;
        }
        if value.tag() != Tag::OctetString {
            return Err(value.tag().unexpected_error(Some(Tag::OctetString)).into());
        }
        match id {
            BASIC_CONSTRAINTS => self.read_basic_constraints(value.value()),
            KEY_USAGE => self.read_key_usage(value.value()),
            CERTIFICATE_POLICIES => Ok(()),
            _ => {
                self.has_unknown_critical |= is_critical;
                Ok(())
            }
        }
    }

    fn read_basic_constraints(&mut self, der: &[u8]) -> Result<(), Error> {
        SliceReader::new(der)?.sequence(|constraints| {
            while !constraints.is_finished() {
                let value = AnyRef::decode(constraints)?;
                match value.tag() {
                    Tag::Boolean => self.is_authority = value.value() != [0],
                    Tag::Integer => self.max_authorities_below = Some(small(value.value())),
                    other => return Err(other.unexpected_error(None).into()),
                }
            }
            Ok(())
        })
    }

    fn read_key_usage(&mut self, der: &[u8]) -> Result<(), Error> {
        let bits = BitStringRef::from_der(der)?;
        let is_set = |bit: usize| bits.get(bit) == Some(true);
        self.may_issue = is_set(5);
        // `digitalSignature` or `nonRepudiation`.
        self.may_sign = is_set(0) || is_set(1);
        Ok(())
    }
}

/// 2.5.29.19
const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 0x13];
/// 2.5.29.15
const KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x0f];
/// 2.5.29.32; says under which rules a certificate was issued, and forbids nothing.
const CERTIFICATE_POLICIES: &[u8] = &[0x55, 0x1d, 0x20];

/// The identifier of an algorithm. Its parameters may be anything.
fn algorithm(reader: &mut SliceReader<'_>) -> Result<ObjectIdentifier, Error> {
    let sequence = expect(reader, Tag::Sequence)?;
    ObjectIdentifier::decode(&mut SliceReader::new(sequence.value())?)
}

fn expect<'a>(reader: &mut SliceReader<'a>, tag: Tag) -> Result<AnyRef<'a>, Error> {
    let value = AnyRef::decode(reader)?;
    value.tag().assert_eq(tag)?;
    Ok(value)
}

/// Steps over the optional element with this number.
fn skip_context(reader: &mut SliceReader<'_>, number: u32) -> Result<(), Error> {
    if !reader.is_finished() && is_context(Tag::peek(reader)?, number) {
        reader.tlv_bytes()?;
    }
    Ok(())
}

fn is_context(tag: Tag, number: u32) -> bool {
    matches!(tag, Tag::ContextSpecific { number: found, .. } if found == TagNumber(number))
}

/// A number that is only compared with small ones.
fn small(bytes: &[u8]) -> usize {
    bytes.iter().fold(0_usize, |number, byte| number.saturating_mul(256).saturating_add(usize::from(*byte)))
}

/// `YYMMDDhhmm[ss]Z`, or the same with a year of four digits. (The library's own types know no year
/// before 1970.)
fn time(reader: &mut SliceReader<'_>) -> Result<DateTime, Error> {
    let value = AnyRef::decode(reader)?;
    let year_digits = match value.tag() {
        Tag::UtcTime => 2,
        Tag::GeneralizedTime => 4,
        other => return Err(other.unexpected_error(None).into()),
    };
    utc(value.value(), year_digits).ok_or_else(|| ErrorKind::DateTime.into())
}

fn utc(text: &[u8], year_digits: usize) -> Option<DateTime> {
    let (year, rest) = text.strip_suffix(b"Z")?.split_at_checked(year_digits)?;
    let mut pairs = rest.chunks(2).map(|pair| if pair.len() == 2 { number(pair) } else { None });
    let mut next = || pairs.next()?.and_then(|number| i8::try_from(number).ok());
    let (month, day, hour, minute) = (next()?, next()?, next()?, next()?);
    let second = if rest.len() == 8 { 0 } else { next()? };
    if pairs.next().is_some() {
        return None;
    }
    let year = match (number(year)?, year_digits) {
        // RFC 5280, 4.1.2.5.1.
        (year, 2) if year < 50 => 2000 + year,
        (year, 2) => 1900 + year,
        (year, _) => year,
    };
    let utc = civil::DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
    // "Without end" is the last second of 9999, which is in no year of four digits in Beijing.
    let beijing = utc.checked_add(8.hours()).unwrap_or(civil::DateTime::MAX);
    DateTime::try_from(beijing).ok()
}

fn number(digits: &[u8]) -> Option<i16> {
    digits.iter().try_fold(0_i16, |number, digit| {
        let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(i16::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_utc_and_given_in_beijing() {
        for (text, year_digits, expected) in [
            ("200514144201Z", 2, Some("2020-05-14 22:42:01")),
            ("491231235959Z", 2, Some("2050-01-01 07:59:59")),
            ("500101000000Z", 2, Some("1950-01-01 08:00:00")),
            ("2005141442Z", 2, Some("2020-05-14 22:42:00")),
            ("20500101000000Z", 4, Some("2050-01-01 08:00:00")),
            ("99991231235959Z", 4, Some("9999-12-31 23:59:59")),
            ("00000101000000Z", 4, Some("0000-01-01 08:00:00")),
            ("20200514144201", 2, None),
            ("200514144201+0800", 2, None),
            ("201314144201Z", 2, None),
            ("2005141442010Z", 2, None),
            ("20051414420101Z", 2, None),
            ("20051414Z", 2, None),
            ("20051414:201Z", 2, None),
            ("20050:144201Z", 2, None),
            ("2005141442/1Z", 2, None),
            ("-00514144201Z", 2, None),
            ("Z", 2, None),
            ("", 4, None),
        ] {
            let read = utc(text.as_bytes(), year_digits).map(|time| time.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }
}
