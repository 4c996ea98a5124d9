//! The numbers of certificates (`SN`), as the platform calculates them: the MD5 of the issuer's name in
//! the form of RFC 2253 and the serial number in decimal.
//!
//! Written for the gateway and not shared with the client, so that a mistake in one shows at the other.

use std::fmt::Write as _;

use md5::{Digest, Md5};
use x509_cert::Certificate;
use x509_cert::der::oid::ObjectIdentifier;

use crate::application::Error;

/// Where the object identifiers of RSA signatures begin.
const RSA_SIGNATURES: &str = "1.2.840.113549.1.1.";

/// The certificates of a PEM file, at least one.
pub(crate) fn parse(pem: &str) -> Result<Vec<Certificate>, Error> {
    let certificates = Certificate::load_pem_chain(pem.as_bytes())?;
    if certificates.is_empty() { Err("there is no certificate".into()) } else { Ok(certificates) }
}

/// The number of one certificate, such as `754736ff65d5c969ec2174fcca4e805b`.
pub(crate) fn number(certificate: &Certificate) -> String {
    let inside = certificate.tbs_certificate();
    let text = format!("{}{}", inside.issuer(), decimal(inside.serial_number().as_bytes()));
    hex(&Md5::digest(text))
}

/// `alipay_root_cert_sn`: the numbers of the roots that are signed with RSA, in the order of the file.
pub(crate) fn number_of_roots(roots: &[Certificate]) -> String {
    let is_rsa = |oid: &ObjectIdentifier| oid.to_string().starts_with(RSA_SIGNATURES);
    let rsa = roots.iter().filter(|root| is_rsa(&root.signature_algorithm().oid));
    rsa.map(number).collect::<Vec<_>>().join("_")
}

/// A number of any size, the highest byte first, in decimal. Serial numbers below zero, which no
/// authority should give, are not known here.
fn decimal(bytes: &[u8]) -> String {
    // Least significant digit first.
    let mut digits = vec![0_u8];
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) * 256;
            *digit = (carry % 10) as u8;
            carry /= 10;
        }
        while carry > 0 {
            digits.push((carry % 10) as u8);
            carry /= 10;
        }
    }
    digits.iter().rev().map(|digit| char::from(b'0' + digit)).collect()
}

/// Two lower-case digits a byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! file {
        ($name:literal) => {
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys/", $name))
        };
    }

    #[test]
    fn numbers_are_those_of_the_java_sdk() {
        for (pem, expected) in [
            (file!("app.crt"), "754736ff65d5c969ec2174fcca4e805b"),
            (file!("alipay_chain.crt"), "fcc8a0c65b379f0987935a7dfcf80edf"),
        ] {
            assert_eq!(number(&parse(pem).unwrap()[0]), expected);
        }
    }

    #[test]
    fn bytes_become_digits() {
        for (bytes, expected) in [
            (&[][..], "0"),
            (&[0], "0"),
            (&[0, 255], "255"),
            (&[1, 0], "256"),
            (&[255; 16], "340282366920938463463374607431768211455"),
        ] {
            assert_eq!(decimal(bytes), expected);
        }
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        for pem in ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            assert!(parse(pem).is_err(), "{pem}");
        }
    }
}
