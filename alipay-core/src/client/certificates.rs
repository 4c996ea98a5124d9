//! Certificate mode: the numbers that requests carry, and the certificates that answers are checked with.

pub(super) use self::download::ByCertificate;
pub(super) use self::mode::{CertificateFiles, CertificateMode};
pub use self::mode::{CertificateInUse, CertificateRole};

mod budget;
mod download;
mod mode;
