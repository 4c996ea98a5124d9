//! Content encryption: AES-CBC with PKCS#7, with an initialisation vector of zeros (`AES`) or with a
//! random one in front of the ciphertext (`AES_V2`).
//!
//! Written for the gateway and not shared with the client, so that a mistake in one shows at the other.

use aes::Aes128;
use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ring::rand::{SecureRandom, SystemRandom};

type Block = [u8; 16];

/// An application's content key.
#[derive(Clone)]
pub(crate) struct ContentKey(Block);

/// How a call wants its contents encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Aes,
    AesV2,
}

impl Algorithm {
    /// The value of `encrypt_type`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Aes => "AES",
            Self::AesV2 => "AES_V2",
        }
    }

    /// What `encrypt_type` names.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "AES" => Some(Self::Aes),
            "AES_V2" => Some(Self::AesV2),
            _ => None,
        }
    }
}

impl ContentKey {
    /// Reads the platform's base64 of 16 bytes.
    pub(crate) fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let key = BASE64_STANDARD.decode(text.trim())?;
        Block::try_from(key).map(Self).map_err(|_| "a content key has 16 bytes".into())
    }

    /// The base64 that stands on the wire. Nothing if the system gives no random numbers.
    pub(crate) fn encrypt(&self, algorithm: Algorithm, plain: &[u8]) -> Option<String> {
        let mut vector = Block::default();
        if algorithm == Algorithm::AesV2 {
            SystemRandom::new().fill(&mut vector).ok()?;
        }
        let cipher = cbc::Encryptor::<Aes128>::new(&self.0.into(), &vector.into());
        let encrypted = cipher.encrypt_padded_vec::<Pkcs7>(plain);
        let ahead: &[u8] = if algorithm == Algorithm::AesV2 { &vector } else { &[] };
        Some(BASE64_STANDARD.encode([ahead, &encrypted].concat()))
    }

    /// Nothing where the text is no ciphertext of this key.
    pub(crate) fn decrypt(&self, algorithm: Algorithm, text: &str) -> Option<Vec<u8>> {
        let bytes = BASE64_STANDARD.decode(text).ok()?;
        let (vector, encrypted) = match algorithm {
            Algorithm::Aes => (Block::default(), bytes.as_slice()),
            Algorithm::AesV2 => {
                let (vector, encrypted) = bytes.split_first_chunk()?;
                (*vector, encrypted)
            }
        };
        let cipher = cbc::Decryptor::<Aes128>::new(&self.0.into(), &vector.into());
        cipher.decrypt_padded_vec::<Pkcs7>(encrypted).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> ContentKey {
        ContentKey::parse("aa4BtZ4tspm2wnXLb1ThQA==").unwrap()
    }

    #[test]
    fn what_java_encrypts_is_decrypted() {
        for (algorithm, text) in [
            (Algorithm::Aes, "ILpoMowjIQjfYMR847rnFQ=="),
            (Algorithm::AesV2, "jmnNiWSF64LN815NvQmIdByzFva69GZI/XCn1+hSNgs="),
        ] {
            assert_eq!(key().decrypt(algorithm, text).unwrap(), b"test1234567");
        }
        assert_eq!(key().encrypt(Algorithm::Aes, b"test1234567").unwrap(), "ILpoMowjIQjfYMR847rnFQ==");
    }

    #[test]
    fn a_random_vector_never_gives_the_same_twice() {
        let [one, two] = [(); 2].map(|()| key().encrypt(Algorithm::AesV2, b"").unwrap());
        assert_ne!(one, two);
        assert_eq!(key().decrypt(Algorithm::AesV2, &one).unwrap(), b"");
    }

    #[test]
    fn what_is_no_ciphertext_is_refused() {
        for (algorithm, text) in [
            (Algorithm::Aes, "{}"),
            (Algorithm::Aes, ""),
            (Algorithm::Aes, "AAAA"),
            (Algorithm::Aes, "AAAAAAAAAAAAAAAAAAAAAA=="),
            (Algorithm::AesV2, "ILpoMowjIQjfYMR847rnFQ=="),
            (Algorithm::AesV2, "AAAA"),
        ] {
            assert!(key().decrypt(algorithm, text).is_none(), "{text}");
        }
        for text in ["", "AAAA", "not base64"] {
            assert!(ContentKey::parse(text).is_err(), "{text}");
        }
    }
}
