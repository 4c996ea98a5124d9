//! Every form of key that is read, and what is said about those that are not.

use zeroize::ZeroizeOnDrop;

use super::text::KeyText;
use super::{PrivateHalf, PrivateKey, PublicKey};

mod sign_types;

macro_rules! test_key {
    ($file:literal) => {
        include_str!(concat!("../../../tests/data/test-keys/", $file))
    };
}

const PRIVATE: &str = test_key!("app_pkcs8.pem");
const PRIVATE_PKCS1: &str = test_key!("app_pkcs1.pem");
const PUBLIC: &str = test_key!("app_pub.pem");
const CERTIFICATE: &str = test_key!("app.crt");

/// The base64 between the PEM lines.
fn bare(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with('-')).collect()
}

#[test]
fn every_text_of_a_private_key_is_read() {
    let public = PublicKey::parse(PUBLIC).unwrap();
    for pem in [PRIVATE, PRIVATE_PKCS1] {
        let bare = bare(pem);
        let texts = [
            pem.to_owned(),
            bare.clone(),
            bare.trim_end_matches('=').to_owned(),
            pem.replace('\n', "\r\n"),
            pem.replace('\n', "\\n"),
            pem.replace('\n', "\\r\\n"),
            pem.replace('\n', " "),
            format!("\u{feff}{pem}"),
            format!("\u{feff}{bare}"),
            // The first of several counts.
            format!("{pem}{PUBLIC}"),
            format!("  \t{}\n", pem.trim_end()),
            format!("Bag Attributes\n    friendlyName: app\n{pem}"),
            // The wrong label: tools wrap either form in either.
            pem.replace("RSA PRIVATE", "PRIVATE"),
            format!("-----BEGIN RSA PRIVATE KEY-----\n{bare}\n-----END RSA PRIVATE KEY-----"),
            bare.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("\r\n"),
        ];
        for text in texts {
            assert_eq!(PrivateKey::parse(&text).unwrap().public_key(), &public);
        }
    }
}

#[test]
fn every_text_of_a_public_key_is_read() {
    let public = PrivateKey::parse(PRIVATE).unwrap().public_key().clone();
    assert_eq!(public.bits(), 2048);
    assert_eq!(PublicKey::parse(&pem_of("RSA PUBLIC KEY", &long_key(0))).unwrap().bits(), 8192);
    let pkcs1 = pem_of("RSA PUBLIC KEY", public.pkcs1_der().unwrap());
    for pem in [PUBLIC, CERTIFICATE, &pkcs1, &format!("{CERTIFICATE}{}", test_key!("alipay_leaf.crt"))] {
        for text in [pem.to_owned(), pem.replace('\n', "\r\n"), bare(pem.split_inclusive("-----END").next().unwrap())] {
            assert_eq!(PublicKey::parse(&text).unwrap(), public);
        }
    }
}

#[test]
fn a_wrong_text_is_named_and_never_quoted() {
    let private = |text: &str| PrivateKey::parse(text).unwrap_err().to_string();
    let public = |text: &str| PublicKey::parse(text).unwrap_err().to_string();
    let middle = PRIVATE.len() / 2;
    let encrypted_pem = PRIVATE_PKCS1.replacen('\n', "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,000102\n\n", 1);
    let table = [
        (private(""), "the text is empty"),
        (private("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----"), "the text is empty"),
        (private(" \r\n\t "), "the text is empty"),
        (private(&PRIVATE.replacen('M', "*", 2)), "between the lines of this PEM is not base64"),
        (private(&format!("{CERTIFICATE}{PRIVATE}")), "this is an X.509 certificate"),
        (private(EC), "this is a private key on an elliptic curve (SEC1), and the sign type is RSA2"),
        (public(EC), "this is a private key on an elliptic curve (SEC1); Alipay's public key is needed here"),
        (public(&pem_of("RSA PUBLIC KEY", &long_key(1))), "this RSA key has 8193 bits; at most 8192 are taken"),
        (private("/etc/keys/app.pem"), "neither PEM nor base64"),
        (private(&PRIVATE[..middle]), "neither PEM nor base64"),
        (private(&bare(PRIVATE)[..800]), "not of a key that is whole"),
        (private("AAAA"), "not of a key that is whole"),
        (private(PUBLIC), "this is a public key (SPKI); the application's private key is needed here"),
        (private(CERTIFICATE), "this is an X.509 certificate; the application's private key"),
        (private(&encrypted_pem), "protected by a passphrase; remove the passphrase first"),
        (private(ENCRYPTED), "protected by a passphrase; remove the passphrase first"),
        (private(&bare(ENCRYPTED)), "protected by a passphrase"),
        // What the label says, where the bytes say nothing.
        (private(&pem_of("ENCRYPTED PRIVATE KEY", b"abc")), "protected by a passphrase"),
        (private(&pem_of("CERTIFICATE REQUEST", b"abc")), "this is a certificate request"),
        (private(&pem_of("NEW CERTIFICATE REQUEST", b"abc")), "this is a certificate request"),
        (private(&pem_of("DSA PRIVATE KEY", b"abc")), "a private key for DSA, or in OpenSSH's own form"),
        (private(&pem_of("OPENSSH PRIVATE KEY", b"abc")), "a private key for DSA, or in OpenSSH's own form"),
        (private(&pem_of("PRIVATE KEY", b"abc")), "not of a key that is whole"),
        (private(test_key!("sm2_pkcs8.pem")), "this is an SM2 key, and the sign type is RSA2"),
        (private(test_key!("short_pkcs8.pem")), "this RSA key has 1024 bits; at least 2048 are needed"),
        (public(test_key!("short_pub.pem")), "this RSA key has 1024 bits; at least 2048 are needed"),
        (public(PRIVATE), "this is a private key (PKCS#8); Alipay's public key is needed here"),
        (public(PRIVATE_PKCS1), "this is a private key (PKCS#1); Alipay's public key is needed here"),
        (public(test_key!("sm2_pub.pem")), "this is an SM2 key, and the sign type is RSA2"),
        (public("zhongwen 中文"), "neither PEM nor base64"),
    ];
    for (message, expected) in table {
        assert!(message.contains(expected), "{message:?} lacks {expected:?}");
    }
}

#[test]
fn no_text_of_any_length_panics() {
    for length in 0..PRIVATE.len() {
        let _ = PrivateKey::parse(&PRIVATE[..length]);
        let _ = PublicKey::parse(&PRIVATE[length..]);
    }
    let bare = bare(PRIVATE);
    for length in (0..bare.len()).step_by(4) {
        PrivateKey::parse(&bare[..length]).unwrap_err();
    }
}

#[test]
fn debug_shows_the_size_and_nothing_else() {
    let key = PrivateKey::parse(PRIVATE).unwrap();
    assert_eq!(format!("{key:?}"), "PrivateKey { sign_type: Rsa2, bits: 2048, .. }");
    assert_eq!(format!("{:?}", key.public_key()), "PublicKey { sign_type: Rsa2, bits: 2048, .. }");
}

/// rustc says whether a type wipes itself when it is dropped.
#[test]
fn private_keys_are_wiped_when_they_are_dropped_and_so_is_what_they_were_read_from() {
    fn is_wiped<T: ZeroizeOnDrop>(_: &T) {}
    // A new kind of key has to be looked at here.
    match &PrivateKey::parse(PRIVATE).unwrap().half {
        PrivateHalf::Rsa(pkcs1) => is_wiped(pkcs1),
        #[cfg(feature = "sm2")]
        PrivateHalf::Sm2(key) => is_wiped(key),
    }
    is_wiped(&KeyText::read(PRIVATE).ok().unwrap().bytes);
}

fn pem_of(label: &str, der: &[u8]) -> String {
    use base64::Engine;
    let base64 = base64::prelude::BASE64_STANDARD.encode(der);
    format!("-----BEGIN {label}-----\n{base64}\n-----END {label}-----\n")
}

/// A modulus of 8192 bits and of those that this byte adds, in PKCS#1.
fn long_key(first: u8) -> Vec<u8> {
    let mut modulus = vec![0xff; 1025];
    modulus[0] = first;
    let integers = [&[2, 0x82, 4, 1][..], &modulus, &[2, 3, 1, 0, 1]].concat();
    [&[0x30, 0x82, 4, 10][..], &integers].concat()
}

/// On the curve P-256, made up.
const EC: &str = "\
-----BEGIN EC PRIVATE KEY-----
MHcCAQEEII9gRruQPpxnOQQQe75H/gWHo7kazaAUXA4bcTIv2o6+oAoGCCqGSM49
AwEHoUQDQgAEwd8GbFSs2SBwrrmoLlNMH0Ot4rBKwFCPGv+IxoWAMPDnddtLbd+8
apTCkW9ZR/kZe84awecvLpj980PsmgDBAQ==
-----END EC PRIVATE KEY-----
";

/// A made-up key of 1024 bits under a passphrase.
const ENCRYPTED: &str = "\
-----BEGIN ENCRYPTED PRIVATE KEY-----
MIIC3TBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIrNG1z9gN/LcCAggA
MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBAY9xFRQgz0e5hd11Orr+AhBIIC
gJginKAHN02fVvrgEY8LXrxGvdiIdLqIMKyZg4C4dWA+wjujHjwH/3rp2jplP0JC
n92xOYjrFsM3IvoIo6H9sihIodwaJl5mLzqXqhVLlIVZtEOQuyeihrGYEqVmnzST
mFp2c79K8xI41BX4NeqOfM3/QtEcbQvJToZOyL9dzt34iO4g+Z55m8wS2Y2qJOme
eD348G7z2rsjtfohsOQwnMy36sVoS4dUBwDhRuA8/V8KV3vwm6VVitCxplQughfw
P3ap0k5mub3RJ3GQWIiiP2BpWBERdhbWiiKzo5l8XhsjQKRWThhJGhwpth8IHjFu
8CHn1hcKPik9e3eYlDcIOTfs/FODFOE3R2LLf9oT5RX27f7/1zt0JzBXfGegCazZ
hr362Kv6Fcw3VDlWbfiDuZx2dTksECqf9JIj3fcDQC/N+8Ige7tSaQvwcsYZr5mC
zIoH2IVMXu3xYXB0UnpQCfe49PWmQ+33finud2ihmjCXEHefDIMzvVCE+kJf7pun
M1pGxOF0N4hpDy17tErcpnjmknneM058xz153rH2zBdPIJb0tNd12j5P9XZ3S29F
O90LVBSYP4UKgmukTKQXLEwKHOTYtWssefLTAtpQ3kCZ064nsanJgYx9tcspHwn9
hWAFpPd3OpD5Zr3A9pef2GgAGWWG53aR1Ydch8apk9qL3FiTwjFpgoFf7wJcv2FH
twFOW6K76yIxBKt6e6lxOyZidr4xy4ZJ5xeu+Ps/slx08EeU1Sb7PsdeRsuqMy/J
IiGXACUI49bApUO9vMVHkChgFFORhfbdVX2FUOzSF/ZEvblwxzK6RN37c48Eos7g
wxHZFp6WFV9lvGIzExAxjyg=
-----END ENCRYPTED PRIVATE KEY-----
";
