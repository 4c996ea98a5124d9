//! `ring`, used directly, against whichever library is compiled in: with `aws-lc-rs` two libraries
//! check each other.

use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey};

use super::*;

#[test]
fn each_library_verifies_what_the_other_signed() {
    let [pair, ..] = PAIRS else { panic!("no pair") };
    let private = PrivateKey::parse(pair.private).unwrap();
    let ring = RsaKeyPair::from_der(private.pkcs1_der().unwrap()).unwrap();
    let rings_verifier = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, private.public_key().pkcs1_der().unwrap());
    let (signer, verifier) = (pair.signer(), pair.verifier());
    for text in [&b""[..], b"a=1", &[0xff; 4096]] {
        let ours = signer.sign_now(text).unwrap();
        rings_verifier.verify(text, &ours).unwrap();

        let mut rings = vec![0; 256];
        ring.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut rings).unwrap();
        verifier.verify_now(text, &rings).unwrap();
        assert_eq!(ours, rings);
    }
}
