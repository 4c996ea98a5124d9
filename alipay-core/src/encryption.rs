//! Encrypting `biz_content` and decrypting answers with the application's content key.
//!
//! The platform's document calls this interface content encryption. The signature covers the
//! ciphertext: what arrives is verified first and decrypted after.

#[cfg(feature = "encryption")]
mod key;
#[cfg(not(feature = "encryption"))]
mod no_key;

#[cfg(feature = "encryption")]
pub use self::key::{ContentKey, ContentKeyError};
#[cfg(not(feature = "encryption"))]
pub(crate) use self::no_key::ContentKey;

/// Whether and how `biz_content` is encrypted: the parameter `encrypt_type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encryption {
    /// Sent as it is.
    Off,
    /// `AES`: AES-CBC with an initialisation vector of zeros, as the platform has it by default. Equal
    /// contents give equal ciphertexts.
    Aes,
    /// `AES_V2`: AES-CBC with a random initialisation vector in front of the ciphertext.
    AesV2,
}

impl Encryption {
    /// The value of `encrypt_type`; empty where nothing is encrypted.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "",
            Self::Aes => "AES",
            Self::AesV2 => "AES_V2",
        }
    }
}
