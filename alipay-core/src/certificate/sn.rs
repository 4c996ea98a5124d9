//! The platform's number of a certificate: `app_cert_sn`, `alipay_cert_sn`, `alipay_root_cert_sn`.
//!
//! It is not the certificate's own serial number, but the MD5 of the issuer's name and that number.

use std::fmt::Write as _;

use md5::{Digest, Md5};

/// Longer serial numbers are refused. RFC 5280 has at most 20 bytes; writing a number in decimal takes
/// time that grows with the square of its length.
pub(super) const MAX_SERIAL_BYTES: usize = 1024;

/// MD5 over issuer and decimal serial number, as 32 lowercase hexadecimal digits.
pub(super) fn sn(issuer: &str, serial_number: &[u8]) -> String {
    let digest = Md5::new_with_prefix(issuer).chain_update(decimal(serial_number)).finalize();
    hex(&digest)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing into a `String` does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A signed integer of any size, from its DER content.
pub(super) fn decimal(twos_complement: &[u8]) -> String {
    let is_negative = twos_complement.first().is_some_and(|byte| *byte >= 0x80);
    let mut limbs = magnitude(twos_complement, is_negative);
    // The lowest 9 digits first.
    let mut groups = Vec::new();
    while limbs.iter().any(|limb| *limb != 0) {
        let mut remainder = 0_u64;
        for limb in &mut limbs {
            let value = (remainder << 32) | u64::from(*limb);
            // Below 2^32, because the remainder is below the divisor.
            *limb = u32::try_from(value / GROUP).unwrap_or(u32::MAX);
            remainder = value % GROUP;
        }
        groups.push(remainder);
    }
    let mut groups = groups.into_iter().rev();
    let mut text = String::from(if is_negative { "-" } else { "" });
    let _ = write!(text, "{}", groups.next().unwrap_or(0));
    for group in groups {
        let _ = write!(text, "{group:09}");
    }
    text
}

const GROUP: u64 = 1_000_000_000;

/// The number without its sign, the highest 32 bits first.
fn magnitude(twos_complement: &[u8], is_negative: bool) -> Vec<u32> {
    let sign = if is_negative { 0xff } else { 0 };
    let mut limbs: Vec<u32> = twos_complement
        .rchunks(4)
        .map(|chunk| chunk.iter().fold(0, |limb, byte| (limb << 8) | u32::from(byte ^ sign)))
        .collect();
    if is_negative {
        // -x is the complement of x, plus one. A carry out of the top needs a limb more.
        limbs.push(0);
        for limb in &mut limbs {
            let (sum, carries) = limb.overflowing_add(1);
            *limb = sum;
            if !carries {
                break;
            }
        }
    }
    limbs.reverse();
    limbs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_of_any_size_and_sign_in_decimal() {
        for (bytes, expected) in [
            (&[0][..], "0"),
            (&[0, 0, 0], "0"),
            (&[0x7f], "127"),
            (&[0xff], "-1"),
            (&[0xff, 0xff, 0xff, 0xff, 0xff], "-1"),
            (&[0x80], "-128"),
            (&[0x80, 0, 0, 0], "-2147483648"),
            (&[0x80, 0, 0, 0, 0, 0, 0, 0], "-9223372036854775808"),
            (&[0, 0xff], "255"),
            (&[0x3b, 0x9a, 0xca, 0], "1000000000"),
            (&[0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], "9223372036854775807"),
            (
                &[0x20, 0x20, 0x05, 0x14, 0xe6, 0x3c, 0x2f, 0xe0, 0x4d, 0x53, 0x87, 0x16, 0xfe, 0x21, 0x35, 0x8b],
                "42701552432456004857627230056898180491",
            ),
        ] {
            assert_eq!(decimal(bytes), expected, "{bytes:x?}");
        }
        let largest = decimal(&[0x7f; MAX_SERIAL_BYTES]);
        assert_eq!(largest.len(), 2466);
        // 2^128 and its negative.
        let power: Vec<u8> = [vec![1], vec![0; 16]].concat();
        assert_eq!(decimal(&power), "340282366920938463463374607431768211456");
        let negative: Vec<u8> = [vec![0xff], vec![0; 16]].concat();
        assert_eq!(decimal(&negative), "-340282366920938463463374607431768211456");
    }

    #[test]
    fn the_digest_is_that_of_the_text() {
        // MD5 of "CN=a1".
        assert_eq!(sn("CN=a", &[1]), hex(&Md5::digest("CN=a1")));
        assert_eq!(sn("CN=a", &[1]).len(), 32);
    }
}
