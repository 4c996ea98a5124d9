//! AES with the content key.

use std::fmt;

use aes::{Aes128, Aes192, Aes256};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use zeroize::Zeroizing;

use super::Encryption;

const BLOCK: usize = 16;

/// The application's AES key for contents. Never printed, wiped when dropped.
#[derive(Clone)]
pub struct ContentKey(Zeroizing<Vec<u8>>);

impl ContentKey {
    /// Reads the key as the platform shows it: base64 of 16, 24 or 32 bytes.
    ///
    /// # Errors
    /// When it is not that. The text itself is never part of the message.
    pub fn parse(text: &str) -> Result<Self, ContentKeyError> {
        let text = text.trim();
        let mut key = Zeroizing::new(vec![0; base64::decoded_len_estimate(text.len())]);
        let length = BASE64_STANDARD.decode_slice(text, &mut key).map_err(|_| ContentKeyError::NotBase64)?;
        key.truncate(length);
        if matches!(length, 16 | 24 | 32) { Ok(Self(key)) } else { Err(ContentKeyError::Length(length)) }
    }

    /// The ciphertext as base64.
    ///
    /// # Errors
    /// When `AES_V2` is asked for and the system gives no random numbers.
    pub(crate) fn encrypt(&self, plain: &[u8], how: Encryption) -> Result<String, getrandom::Error> {
        let mut iv = [0; BLOCK];
        if how == Encryption::AesV2 {
            getrandom::fill(&mut iv)?;
        }
        Ok(self.encrypt_with(plain, how, iv))
    }

    fn encrypt_with(&self, plain: &[u8], how: Encryption, iv: [u8; BLOCK]) -> String {
        let mut sealed = if how == Encryption::AesV2 { iv.to_vec() } else { Vec::new() };
        sealed.extend(self.encrypt_cbc(plain, iv));
        BASE64_STANDARD.encode(sealed)
    }

    /// What base64 of a ciphertext holds; `None` if it was not made with this key in this way.
    pub(crate) fn decrypt(&self, base64: &str, how: Encryption) -> Option<Vec<u8>> {
        let sealed = BASE64_STANDARD.decode(base64).ok()?;
        match how {
            Encryption::AesV2 => {
                let (iv, ciphertext) = sealed.split_first_chunk::<BLOCK>()?;
                self.decrypt_cbc(ciphertext, *iv)
            }
            Encryption::Aes | Encryption::Off => self.decrypt_cbc(&sealed, [0; BLOCK]),
        }
    }

    fn encrypt_cbc(&self, plain: &[u8], iv: [u8; BLOCK]) -> Vec<u8> {
        match self.0.len() {
            16 => encrypt::<cbc::Encryptor<Aes128>>(&self.0, iv, plain),
            24 => encrypt::<cbc::Encryptor<Aes192>>(&self.0, iv, plain),
            _ => encrypt::<cbc::Encryptor<Aes256>>(&self.0, iv, plain),
        }
    }

    fn decrypt_cbc(&self, sealed: &[u8], iv: [u8; BLOCK]) -> Option<Vec<u8>> {
        match self.0.len() {
            16 => decrypt::<cbc::Decryptor<Aes128>>(&self.0, iv, sealed),
            24 => decrypt::<cbc::Decryptor<Aes192>>(&self.0, iv, sealed),
            _ => decrypt::<cbc::Decryptor<Aes256>>(&self.0, iv, sealed),
        }
    }
}

fn encrypt<M: KeyIvInit + BlockModeEncrypt>(key: &[u8], iv: [u8; BLOCK], plain: &[u8]) -> Vec<u8> {
    // Both lengths are right: the key's was checked when it was read.
    M::new_from_slices(key, &iv).map(|mode| mode.encrypt_padded_vec::<Pkcs7>(plain)).unwrap_or_default()
}

fn decrypt<M: KeyIvInit + BlockModeDecrypt>(key: &[u8], iv: [u8; BLOCK], sealed: &[u8]) -> Option<Vec<u8>> {
    M::new_from_slices(key, &iv).ok()?.decrypt_padded_vec::<Pkcs7>(sealed).ok()
}

impl fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentKey(<{} bits>)", self.0.len() * 8)
    }
}

/// The text is no AES key. Never holds a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContentKeyError {
    /// The text is not base64.
    NotBase64,
    /// The key has this many bytes.
    Length(usize),
}

impl fmt::Display for ContentKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotBase64 => f.write_str("the content key is not base64; copy it as the platform shows it"),
            Self::Length(bytes) => write!(f, "the content key has {bytes} bytes; an AES key has 16, 24 or 32"),
        }
    }
}

impl std::error::Error for ContentKeyError {}

#[cfg(test)]
mod tests {
    use zeroize::ZeroizeOnDrop;

    use super::*;

    const KEY: &str = "aa4BtZ4tspm2wnXLb1ThQA==";

    /// Made by the official Java client.
    #[test]
    fn java_s_ciphertexts() {
        let key = ContentKey::parse(KEY).unwrap();
        assert_eq!(key.encrypt(b"test1234567", Encryption::Aes).unwrap(), "ILpoMowjIQjfYMR847rnFQ==");
        assert_eq!(key.decrypt("ILpoMowjIQjfYMR847rnFQ==", Encryption::Aes).unwrap(), b"test1234567");
        let v2 = "jmnNiWSF64LN815NvQmIdByzFva69GZI/XCn1+hSNgs=";
        assert_eq!(key.decrypt(v2, Encryption::AesV2).unwrap(), b"test1234567");
        let iv: [u8; 16] = BASE64_STANDARD.decode(v2).unwrap()[..16].try_into().unwrap();
        assert_eq!(key.encrypt_with(b"test1234567", Encryption::AesV2, iv), v2);
    }

    /// No public vector: a round trip.
    #[test]
    fn every_length_comes_back() {
        for bytes in [16, 24, 32] {
            let key = ContentKey::parse(&BASE64_STANDARD.encode(vec![9_u8; bytes])).unwrap();
            for length in [0, 1, 15, 16, 17, 1000] {
                let plain = vec![b'x'; length];
                for how in [Encryption::Aes, Encryption::AesV2] {
                    let sealed = key.encrypt(&plain, how).unwrap();
                    assert_eq!(
                        key.decrypt(&sealed, how).as_deref(),
                        Some(plain.as_slice()),
                        "{bytes} {length} {how:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_was_not_made_with_the_key_is_not_read() {
        let key = ContentKey::parse(KEY).unwrap();
        let other = ContentKey::parse("AAAAAAAAAAAAAAAAAAAAAA==").unwrap();
        for sealed in ["", "ILpo", "not base64", "ILpoMowjIQjfYMR847rnFQ", "AAAAAAAAAAAAAAAAAAAAAA=="] {
            assert_eq!(key.decrypt(sealed, Encryption::Aes), None, "{sealed}");
        }
        assert_eq!(key.decrypt("ILpoMowjIQjfYMR847rnFQ==", Encryption::AesV2), None, "an IV and nothing else");
        assert_eq!(other.decrypt("ILpoMowjIQjfYMR847rnFQ==", Encryption::Aes), None);
    }

    /// rustc says whether a type wipes itself when it is dropped.
    #[test]
    fn the_key_is_wiped_when_it_is_dropped_and_so_is_what_is_made_of_it() {
        fn is_wiped<T: ZeroizeOnDrop>() {}
        let ContentKey(key) = ContentKey::parse(KEY).unwrap();
        let _: &Zeroizing<Vec<u8>> = &key;
        is_wiped::<Zeroizing<Vec<u8>>>();
        is_wiped::<Aes128>();
        is_wiped::<Aes192>();
        is_wiped::<Aes256>();
        is_wiped::<cbc::Encryptor<Aes256>>();
        is_wiped::<cbc::Decryptor<Aes256>>();
    }

    #[test]
    fn the_error_says_what_is_wrong_and_nothing_of_the_key() {
        assert_eq!(ContentKey::parse("aa4B tZ4t").unwrap_err(), ContentKeyError::NotBase64);
        assert_eq!(ContentKey::parse("aa4BtZ4tspm2wnXLb1Th").unwrap_err(), ContentKeyError::Length(15));
        assert_eq!(ContentKey::parse("").unwrap_err(), ContentKeyError::Length(0));
        assert!(ContentKeyError::NotBase64.to_string().contains("is not base64"));
        assert!(ContentKeyError::Length(15).to_string().contains("has 15 bytes; an AES key has 16, 24 or 32"));
        let key = ContentKey::parse(&format!(" {KEY}\n")).unwrap();
        assert_eq!(format!("{key:?}"), "ContentKey(<128 bits>)");
    }
}
