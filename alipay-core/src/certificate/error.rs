//! Why a certificate, or what it was taken for, is not accepted.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::path::PathBuf;

use pkcs8::ObjectIdentifier;

use crate::key::KeyError;
use crate::sign::SignType;
use crate::time::DateTime;

/// A certificate cannot be read, or not be trusted for what it is wanted for.
///
/// Its `Display` names certificates by their [`sn`](super::Certificate::sn) and holds nothing else of
/// them.
#[derive(Debug)]
pub struct CertificateError(pub(super) Problem);

#[derive(Debug)]
pub(super) enum Problem {
    Unreadable {
        path: PathBuf,
        error: io::Error,
    },
    InFile {
        path: PathBuf,
        problem: Box<Problem>,
    },
    Empty,
    NotText,
    Damaged,
    PrivateKey,
    NoCertificate,
    /// The certificate with this number, from 1, in a file of so many.
    Broken {
        number: usize,
        of: usize,
        error: pkcs8::der::Error,
    },
    Key {
        sn: String,
        error: KeyError,
    },
    Chain(ChainProblem),
    /// What was given in which wrong place.
    Mixed(String),
    NotOfKey {
        sn: String,
    },
    /// The certificate with this number, from 1, among the roots.
    NoRoot {
        number: usize,
        sn: String,
    },
    NoRootOfKind(SignType),
    Unknown,
    NotASn,
    OtherCertificate {
        asked: String,
        found: String,
    },
    OfApplications {
        sn: String,
    },
    SameSnOtherKey {
        sn: String,
    },
    TooMany {
        most: usize,
    },
    Download {
        sn: String,
        error: Box<dyn StdError + Send + Sync>,
    },
}

/// Why a chain does not lead to a root certificate. Certificates are named by their `SN`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ChainProblem {
    Expired { sn: String, on: DateTime },
    NotYetValid { sn: String, before: DateTime },
    IssuerUnknown { sn: String },
    IssuerIsNoAuthority { sn: String },
    SignatureWrong { sn: String },
    Algorithm { sn: String, id: ObjectIdentifier },
    TooDeep { sn: String },
    TooLong,
    CriticalExtension { sn: String },
    LeafIsAuthority { sn: String },
    LeafMayNotSign { sn: String },
}

impl CertificateError {
    /// What the gateway gave instead of the certificate with this number, or why it gave nothing.
    pub(crate) fn not_downloaded(sn: &str, error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(Problem::Download { sn: sn.to_owned(), error: error.into() })
    }

    /// Nothing that could ever be the number of a certificate.
    pub(crate) fn not_a_sn() -> Self {
        Self(Problem::NotASn)
    }
}

impl From<Problem> for CertificateError {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<ChainProblem> for CertificateError {
    fn from(problem: ChainProblem) -> Self {
        Self(Problem::Chain(problem))
    }
}

impl fmt::Display for CertificateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for CertificateError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let mut problem = &self.0;
        while let Problem::InFile { problem: inner, .. } = problem {
            problem = inner;
        }
        match problem {
            Problem::Unreadable { error, .. } => Some(error),
            Problem::Broken { error, .. } => Some(error),
            Problem::Key { error, .. } => Some(error),
            Problem::Download { error, .. } => Some(error.as_ref()),
            _ => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable { path, .. } => return write!(f, "the file {} cannot be read", path.display()),
            Self::InFile { path, problem } => return write!(f, "{}: {problem}", path.display()),
            Self::Broken { of: 1, .. } => "this is not a whole X.509 certificate",
            Self::Broken { number, of, .. } => {
                return write!(f, "number {number} of {of} is not a whole X.509 certificate");
            }
            Self::Key { sn, .. } => return write!(f, "the key in the certificate {sn} cannot be used"),
            Self::Chain(problem) => return problem.fmt(f),
            Self::Mixed(places) => places,
            Self::NoRootOfKind(SignType::Sm2) => "none of the root certificates is signed with SM2",
            Self::NoRootOfKind(_) => "none of the root certificates is signed with RSA",
            Self::NotOfKey { sn } => {
                return write!(
                    f,
                    "the private key does not belong to the application's certificate ({sn}): it was made for another one"
                );
            }
            Self::NoRoot { number, sn } => {
                return write!(f, "number {number} in `alipay_root_certificates` is no root certificate ({sn})");
            }
            Self::OtherCertificate { asked, found } => {
                return write!(f, "the gateway was asked for the certificate {asked} and sent {found}");
            }
            Self::OfApplications { sn } => {
                return write!(
                    f,
                    "the certificate {sn} is from the authority that issues the certificates of applications"
                );
            }
            Self::SameSnOtherKey { sn } => return write!(f, "the certificate {sn} is known with another key"),
            Self::TooMany { most } => return write!(f, "the chain has more than {most} certificates"),
            Self::Download { sn, .. } => return write!(f, "the certificate {sn} cannot be had from the gateway"),
            Self::Empty => "there is no certificate in it",
            Self::NotText => "this is neither PEM, base64 nor DER (a path is not read here)",
            Self::Damaged => "a PEM block is broken off, or what stands in it is not base64",
            Self::PrivateKey => "there is a private key in it; a certificate is needed here",
            Self::NoCertificate => "there is a PEM block in it that is no certificate",
            Self::Unknown => "the text names a certificate that is not known",
            Self::NotASn => "the text names a certificate by something that is no SN",
        })
    }
}

impl fmt::Display for ChainProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expired { sn, on } => write!(f, "the certificate {sn} expired on {on}"),
            Self::NotYetValid { sn, before } => write!(f, "the certificate {sn} is not valid before {before}"),
            Self::IssuerUnknown { sn } => write!(
                f,
                "the issuer of the certificate {sn} is neither in the same file nor among the root certificates"
            ),
            Self::IssuerIsNoAuthority { sn } => {
                write!(f, "the certificate {sn} was issued by one that may not issue any")
            }
            Self::SignatureWrong { sn } => write!(f, "the signature in the certificate {sn} is not its issuer's"),
            Self::Algorithm { sn, id } => {
                write!(f, "the certificate {sn} is signed in a way that is not accepted ({id})")
            }
            Self::TooDeep { sn } => write!(f, "the certificate {sn} is further from its authority than that allows"),
            Self::TooLong => f.write_str("the chain is too long or leads in a circle"),
            Self::CriticalExtension { sn } => {
                write!(f, "the certificate {sn} has a critical extension that is not understood")
            }
            Self::LeafIsAuthority { sn } => write!(f, "the certificate {sn} is an authority's and not Alipay's own"),
            Self::LeafMayNotSign { sn } => write!(f, "the key of the certificate {sn} may not sign messages"),
        }
    }
}
