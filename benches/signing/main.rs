//! What a signature and its verification cost, for each sign type that is built in.
//! `benches/README.md` says how to run it and how to read the table.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use alipay_core::key::PrivateKey;
use alipay_core::sign::{KeySigner, KeyVerifier, SignType};

/// As long as the text to sign of a small request.
const TEXT: [u8; 600] = [b'a'; 600];
const ROUNDS: usize = 1_000;

const KEYS: [(&str, SignType, &str); 4] = [
    ("RSA2, 2048 bits", SignType::Rsa2, include_str!("../../tests/data/test-keys/app_pkcs8.pem")),
    ("RSA, 2048 bits", SignType::Rsa, include_str!("../../tests/data/test-keys/app_pkcs8.pem")),
    ("RSA, 1024 bits", SignType::Rsa, include_str!("../../tests/data/test-keys/short_pkcs8.pem")),
    ("SM2", SignType::Sm2, include_str!("../../tests/data/test-keys/sm2_pkcs8.pem")),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("| sign type | sign, µs | verify, µs |\n|---|--:|--:|");
    for (name, sign_type, key) in KEYS {
        // The features that are on decide what is built in.
        let Ok((signer, verifier)) = both(sign_type, key) else { continue };
        let signature = signer.sign_now(&TEXT)?;
        let sign = median(|| drop(black_box(signer.sign_now(black_box(&TEXT)))));
        let verify = median(|| drop(black_box(verifier.verify_now(black_box(&TEXT), black_box(&signature)))));
        println!("| {name} | {:.1} | {:.1} |", micros(sign), micros(verify));
    }
    Ok(())
}

fn both(sign_type: SignType, key: &str) -> Result<(KeySigner, KeyVerifier), Box<dyn Error>> {
    let key = PrivateKey::parse_for(sign_type, key)?;
    Ok((KeySigner::new(&key)?, KeyVerifier::new(key.public_key().clone())?))
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<_> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
