//! Whether a certificate leads, issuer by issuer, to a configured root certificate.

use super::error::ChainProblem;
use super::signature::{self, Fault};
use super::{Certificate, CertificateBundle};
use crate::time::DateTime;

/// So many authorities may stand between a certificate and its root; the platform has one.
const MAX_AUTHORITIES: usize = 8;
/// So many signatures are checked before a chain is given up, whatever it looks like.
const MAX_SIGNATURES: usize = 32;

/// Checks that the first certificate is one that signs messages, and that a path of authorities leads
/// from it to a root. The others may help on the way, in any order; what is not needed does not matter.
///
/// Without a time, the dates are not looked at.
pub(super) fn check(
    chain: &CertificateBundle,
    roots: &[Certificate],
    now: Option<DateTime>,
) -> Result<(), ChainProblem> {
    let leaf = chain.first();
    let sn = || leaf.sn().to_owned();
    if leaf.0.limits.is_authority {
        return Err(ChainProblem::LeafIsAuthority { sn: sn() });
    }
    if !leaf.0.limits.may_sign {
        return Err(ChainProblem::LeafMayNotSign { sn: sn() });
    }
    let mut search = Search { others: chain.others(), roots, now, signatures_left: MAX_SIGNATURES };
    search.check_alone(leaf)?;
    search.climb(leaf, 0)
}

struct Search<'a> {
    others: &'a [Certificate],
    roots: &'a [Certificate],
    now: Option<DateTime>,
    signatures_left: usize,
}

impl<'a> Search<'a> {
    /// Finds a way up from a certificate with so many authorities below its issuer. Of several
    /// certificates with the issuer's name one has to do. One that names itself as its issuer, and
    /// is not configured, leads nowhere.
    fn climb(&mut self, certificate: &'a Certificate, authorities_below: usize) -> Result<(), ChainProblem> {
        if authorities_below > MAX_AUTHORITIES {
            return Err(ChainProblem::TooLong);
        }
        let mut problem = ChainProblem::IssuerUnknown { sn: certificate.sn().to_owned() };
        let others = self.others.iter().filter(|other| !other.is_self_issued());
        let candidates = self.roots.iter().map(|root| (root, true)).chain(others.map(|other| (other, false)));
        for (issuer, is_root) in candidates.filter(|(issuer, _)| issuer.0.subject == certificate.0.issuer) {
            let outcome = match self.check_issuer(certificate, issuer, authorities_below) {
                Ok(()) if is_root => return Ok(()),
                Ok(()) => self.climb(issuer, authorities_below + 1),
                Err(problem) => Err(problem),
            };
            match outcome {
                Ok(()) => return Ok(()),
                Err(ChainProblem::TooLong) => return Err(ChainProblem::TooLong),
                Err(found) => problem = found,
            }
        }
        Err(problem)
    }

    fn check_issuer(
        &mut self,
        certificate: &Certificate,
        issuer: &Certificate,
        authorities_below: usize,
    ) -> Result<(), ChainProblem> {
        let sn = || certificate.sn().to_owned();
        let limits = &issuer.0.limits;
        if !limits.is_authority || !limits.may_issue {
            return Err(ChainProblem::IssuerIsNoAuthority { sn: sn() });
        }
        if limits.max_authorities_below.is_some_and(|most| authorities_below > most) {
            return Err(ChainProblem::TooDeep { sn: sn() });
        }
        self.check_alone(issuer)?;
        self.signatures_left = self.signatures_left.checked_sub(1).ok_or(ChainProblem::TooLong)?;
        let parts = &certificate.0;
        signature::verify(&issuer.0.spki, parts.signature_algorithm, &parts.signed, &parts.signature).map_err(|fault| {
            match fault {
                Fault::Mismatch => ChainProblem::SignatureWrong { sn: sn() },
                Fault::Algorithm => ChainProblem::Algorithm { sn: sn(), id: parts.signature_algorithm },
            }
        })
    }

    /// What a certificate says about itself. A root's own signature proves nothing and is not checked.
    fn check_alone(&self, certificate: &Certificate) -> Result<(), ChainProblem> {
        let sn = || certificate.sn().to_owned();
        if certificate.0.limits.has_unknown_critical {
            return Err(ChainProblem::CriticalExtension { sn: sn() });
        }
        match self.now {
            Some(now) if now > certificate.not_after() => {
                Err(ChainProblem::Expired { sn: sn(), on: certificate.not_after() })
            }
            Some(now) if now < certificate.not_before() => {
                Err(ChainProblem::NotYetValid { sn: sn(), before: certificate.not_before() })
            }
            _ => Ok(()),
        }
    }
}
