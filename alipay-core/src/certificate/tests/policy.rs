//! What a certificate may be signed with, and which keys it may hold: nothing that is broken, whoever issued it.

use pkcs1::{RsaPublicKey, UintRef};
use pkcs8::ObjectIdentifier;
use pkcs8::der::Encode;
use rcgen::{Issuer, KeyPair, PKCS_RSA_SHA256, PublicKeyData, SignatureAlgorithm, SigningKey};

use super::error::ChainProblem;
use super::*;
use crate::sign::SignType;

const SHORT_KEY: &str = test_key!("short_pub.pem");

/// `sha256WithRSAEncryption`, and its neighbours by the last number.
const SHA256_WITH_RSA: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11];

#[test]
fn a_signature_over_another_hash_than_sha_2_does_not_count() {
    let (key, params) = (KeyPair::from_pem(APP_KEY).unwrap(), authority("Root"));
    let root = params.self_signed(&key).unwrap().pem();
    let leaf =
        plain("Leaf").signed_by(&KeyPair::from_pem(ALIPAY_KEY).unwrap(), &Issuer::new(params, key)).unwrap().pem();
    let check =
        |leaf: &str| chain::check(&bundle(leaf), &[bundle(&root).first().clone()], Some(time("2026-06-01 12:00:00")));
    assert_eq!(check(&leaf), Ok(()));

    // MD2, MD5, SHA-1, PSS (whose hash is a parameter), SHA-224; then those that are taken and are not what was signed.
    for (number, is_known) in [(2, false), (4, false), (5, false), (10, false), (14, false), (12, true), (13, true)] {
        let mut der = der(&leaf);
        let places: Vec<_> = (0..der.len() - 9).filter(|&place| der[place..].starts_with(&SHA256_WITH_RSA)).collect();
        // Within what is signed, and beside the signature.
        assert_eq!(places.len(), 2);
        for place in &places {
            der[place + 8] = number;
        }
        let altered = pem(&der);
        let sn = bundle(&altered).first().sn().to_owned();
        let id = ObjectIdentifier::new(&format!("1.2.840.113549.1.1.{number}")).unwrap();
        let expected = if is_known { ChainProblem::SignatureWrong { sn } } else { ChainProblem::Algorithm { sn, id } };
        assert_eq!(check(&altered), Err(expected), "{number}");

        // In one of the two places only: nobody knows which one was meant.
        der[places[0] + 8] = 11;
        CertificateBundle::parse(pem(&der)).unwrap_err();
    }
}

/// A key of which only the numbers are known, or matter.
struct Numbers(Vec<u8>);

impl Numbers {
    fn new(modulus: &[u8], exponent: &[u8]) -> Self {
        let [modulus, public_exponent] = [modulus, exponent].map(|number| UintRef::new(number).unwrap());
        Self(RsaPublicKey { modulus, public_exponent }.to_der().unwrap())
    }
}

impl PublicKeyData for Numbers {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_RSA_SHA256
    }
}

/// With the exponent 1 a signature is the padded hash itself, which anybody can write.
impl SigningKey for Numbers {
    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        const SHA256: &[u8] = b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";
        let hash = ring::digest::digest(&ring::digest::SHA256, text);
        let end = [&[0], SHA256, hash.as_ref()].concat();
        Ok([&[0, 1], vec![0xff; 254 - end.len()].as_slice(), &end].concat())
    }
}

/// An odd number of 2048 bits.
fn modulus() -> Vec<u8> {
    [&[0xc0][..], &[0x55; 254], &[1]].concat()
}

#[test]
fn an_authority_for_which_anybody_could_sign_vouches_for_nobody() {
    let (key, params) = (Numbers::new(&modulus(), &[1]), authority("Root"));
    let root = params.self_signed(&key).unwrap().pem();
    let leaf =
        plain("Leaf").signed_by(&KeyPair::from_pem(ALIPAY_KEY).unwrap(), &Issuer::new(params, key)).unwrap().pem();
    let leaf = bundle(&leaf);
    let sn = leaf.first().sn().to_owned();
    let roots = [bundle(&root).first().clone()];
    assert_eq!(chain::check(&leaf, &roots, None), Err(ChainProblem::SignatureWrong { sn }));
}

#[test]
fn a_certified_key_is_held_to_the_same_as_a_configured_one() {
    let root = Authority::root("Root");
    let short = PublicKey::parse_for(SignType::Rsa, SHORT_KEY);
    let exponent = "the public exponent of this RSA key is even, below 3 or over 33 bits";
    for (numbers, expected) in [
        (Numbers::new(&modulus(), &[1]), exponent),
        (Numbers::new(&modulus(), &[2]), exponent),
        (Numbers::new(&modulus(), &[1, 0, 0]), exponent),
        (Numbers::new(&modulus(), &[2, 0, 0, 0, 1]), exponent),
        (Numbers::new(&modulus(), &modulus()), exponent),
        (Numbers::new(&[&[0x80][..], &[0; 255]].concat(), &[1, 0, 1]), "the modulus of this RSA key is even"),
        (Numbers::new(&[0xff; 255], &[1, 0, 1]), "this RSA key has 2040 bits; at least 2048 are needed"),
        (Numbers::new(&[0xff; 128], &[1, 0, 1]), "this RSA key has 1024 bits; at least 2048 are needed"),
        (Numbers::new(&[0xff; 1025], &[1, 0, 1]), "this RSA key has 8200 bits; at most 8192 are taken"),
    ] {
        let chain = bundle(&[root.leaf_of("Leaf", &numbers), root.pem.clone()].concat());
        let error = CertificateVerifier::new(SignType::Rsa2, &chain, &bundle(&root.pem)).unwrap_err();
        let all: Vec<_> =
            std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source()).collect();
        assert!(all.iter().any(|error| error.to_string().contains(expected)), "{all:?}");
    }
    // An odd exponent from 3 on, of at most 33 bits.
    for exponent in [&[3][..], &[17], &[1, 0, 1], &[1, 0xff, 0xff, 0xff, 0xff]] {
        let chain = bundle(&[root.leaf_of("Leaf", &Numbers::new(&modulus(), exponent)), root.pem.clone()].concat());
        CertificateVerifier::new(SignType::Rsa2, &chain, &bundle(&root.pem)).unwrap();
    }
    assert_eq!(short.is_ok(), cfg!(feature = "rsa-sha1"));
}
