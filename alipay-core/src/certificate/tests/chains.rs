//! Whether a chain leads to a root: good ones, and every kind of bad one.

use std::time::{Duration, Instant};

use rcgen::{BasicConstraints, CertificateParams, IsCa, KeyUsagePurpose, date_time_ymd};

use super::error::ChainProblem;
use super::*;
use crate::sign::Verifier;

const NOW: &str = "2026-06-01 12:00:00";

/// A chain in the order of a file, against these roots.
fn check(chain: &[&str], roots: &[&str]) -> Result<(), ChainProblem> {
    check_at(NOW, chain, roots)
}

fn check_at(now: &str, chain: &[&str], roots: &[&str]) -> Result<(), ChainProblem> {
    let roots: Vec<_> = bundle(&roots.concat()).iter().cloned().collect();
    chain::check(&bundle(&chain.concat()), &roots, Some(time(now)))
}

fn sn(pem: &str) -> String {
    bundle(pem).first().sn().to_owned()
}

#[test]
fn the_platform_s_kind_of_chain_is_good() {
    let now = "2027-01-01 00:00:00";
    assert_eq!(check_at(now, &[ALIPAY], &[ROOTS]), Ok(()));
    assert_eq!(
        check_at(now, &[ALIPAY_LEAF], &[ROOTS]),
        Err(ChainProblem::IssuerUnknown { sn: sn(ALIPAY_LEAF) }),
        "as Java has it"
    );
}

#[test]
fn a_verifier_has_the_key_of_the_configured_certificate() {
    let verifier = CertificateVerifier::new(SignType::Rsa2, &bundle(ALIPAY), &bundle(ROOTS)).unwrap();
    assert_eq!(verifier.public_key(), Some(&PublicKey::parse(test_key!("alipay_pub.pem")).unwrap()));
    let shown = format!("{verifier:?}");
    assert!(shown.starts_with("CertificateVerifier { certificates: [Certificate { sn: \"fcc8a0c6"), "{shown}");
}

/// The roots signed themselves, which is checked nowhere else.
#[test]
fn signatures_of_all_kinds_are_checked() {
    let is_sm2_built_in = cfg!(feature = "sm2");
    let roots = bundle(ROOTS);
    let outcomes: Vec<_> = roots
        .iter()
        .map(|root| {
            let parts = &root.0;
            let check = |message| signature::verify(&parts.spki, parts.signature_algorithm, message, &parts.signature);
            assert!(check(b"another").is_err());
            check(&parts.signed).is_ok()
        })
        .collect();
    // SM2, RSA with SHA-256, ECDSA, RSA with SHA-1.
    assert_eq!(outcomes, [is_sm2_built_in, true, true, false]);
}

#[test]
fn a_good_chain_may_be_long_or_short_and_hold_other_things() {
    let root = Authority::root("Root");
    let (one, other) = (root.below("One"), Authority::root("Other"));
    let leaf = one.leaf("Leaf", ALIPAY_KEY);
    let direct = root.leaf("Leaf", ALIPAY_KEY);
    assert_eq!(check(&[&leaf, &one.pem], &[&root.pem]), Ok(()));
    assert_eq!(check(&[&direct], &[&root.pem]), Ok(()));
    assert_eq!(check(&[&leaf, &one.pem, &root.pem], &[&other.pem, &root.pem]), Ok(()), "with its root");
    assert_eq!(check(&[&leaf, &other.pem, &direct, &one.pem], &[&root.pem]), Ok(()), "in any order");
    // Of two certificates of one authority, one leads nowhere.
    let elsewhere = one.again_by(&other, "One");
    assert_eq!(check(&[&leaf, &elsewhere, &one.pem], &[&root.pem]), Ok(()));
    assert_eq!(check(&[&leaf, &one.pem, &elsewhere], &[&root.pem]), Ok(()));
    // Two authorities of one name.
    let namesake = root.below("One");
    assert_eq!(check(&[&leaf, &namesake.pem, &one.pem], &[&root.pem]), Ok(()));
    // As many below one as it allows, and an extension that has to be known and is.
    let narrow = root.below_with("Narrow", &|params| params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0)));
    assert_eq!(check(&[&narrow.leaf("Leaf", ALIPAY_KEY), &narrow.pem], &[&root.pem]), Ok(()));
    let wide = root.below_with("Wide", &|params| params.is_ca = IsCa::Ca(BasicConstraints::Constrained(1)));
    let inner = wide.below_with("Inner", &critical_policies);
    assert_eq!(check(&[&inner.leaf("Leaf", ALIPAY_KEY), &inner.pem, &wide.pem], &[&root.pem]), Ok(()));
    // As many authorities as may be.
    let mut chain = vec![root.below("1")];
    for depth in 2..=9 {
        let next = chain.last().unwrap().below(&depth.to_string());
        chain.push(next);
    }
    let authorities: String = chain.iter().map(|authority| authority.pem.as_str()).collect();
    let leaf_of = |authority: &Authority| authority.leaf("Leaf", ALIPAY_KEY);
    assert_eq!(check(&[&leaf_of(&chain[7]), &authorities], &[&root.pem]), Ok(()));
    assert_eq!(check(&[&leaf_of(&chain[8]), &authorities], &[&root.pem]), Err(ChainProblem::TooLong));
}

/// What is bad, the authority of the leaf, more authorities, the root, whose certificate is at fault if
/// not the leaf's, and what is said.
type Row<'a> = (&'a str, &'a Authority, &'a str, &'a Authority, Option<&'a str>, fn(sn: String) -> ChainProblem);

#[test]
fn every_kind_of_bad_authority_is_refused_and_said_why() {
    let root = Authority::root("Root");
    let namesake = Authority::root("Root");
    let elsewhere = Authority::root("Elsewhere");
    let with = |change: &dyn Fn(&mut CertificateParams)| root.below_with("One", change);
    let good = with(&|_| {});
    let expired = with(&|params| params.not_after = date_time_ymd(2026, 5, 1));
    let future = with(&|params| params.not_before = date_time_ymd(2026, 7, 1));
    let explicit_no = with(&|params| params.is_ca = IsCa::ExplicitNoCa);
    let says_nothing = with(&|params| params.is_ca = IsCa::NoCa);
    let may_not_issue = with(&|params| params.key_usages = vec![KeyUsagePurpose::CrlSign]);
    let unknown = with(&unknown_critical);
    let shallow = root.below_with("Shallow", &|params| params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0)));
    let too_deep = shallow.below("One");

    let table: [Row<'_>; 11] = [
        ("another root", &good, "", &elsewhere, Some(&good.pem), |sn| ChainProblem::IssuerUnknown { sn }),
        ("a root of its own", &good, &root.pem, &elsewhere, Some(&good.pem), |sn| ChainProblem::IssuerUnknown { sn }),
        ("a namesake of the root", &good, "", &namesake, Some(&good.pem), |sn| ChainProblem::SignatureWrong { sn }),
        ("expired", &expired, "", &root, Some(&expired.pem), |sn| ChainProblem::Expired {
            sn,
            on: time("2026-05-01 08:00:00"),
        }),
        ("not yet valid", &future, "", &root, Some(&future.pem), |sn| ChainProblem::NotYetValid {
            sn,
            before: time("2026-07-01 08:00:00"),
        }),
        ("no CA", &explicit_no, "", &root, None, |sn| ChainProblem::IssuerIsNoAuthority { sn }),
        ("no word of CA", &says_nothing, "", &root, None, |sn| ChainProblem::IssuerIsNoAuthority { sn }),
        ("key usage", &may_not_issue, "", &root, None, |sn| ChainProblem::IssuerIsNoAuthority { sn }),
        ("unknown extension", &unknown, "", &root, Some(&unknown.pem), |sn| ChainProblem::CriticalExtension { sn }),
        ("too deep", &too_deep, &shallow.pem, &root, Some(&too_deep.pem), |sn| ChainProblem::TooDeep { sn }),
        ("a gap", &too_deep, "", &root, Some(&too_deep.pem), |sn| ChainProblem::IssuerUnknown { sn }),
    ];
    for (what, authority, more, root, at_fault, expected) in table {
        let leaf = authority.leaf("Leaf", ALIPAY_KEY);
        let found = check(&[&leaf, &authority.pem, more], &[&root.pem]).unwrap_err();
        assert_eq!(found, expected(sn(at_fault.unwrap_or(&leaf))), "{what}");
    }
}

#[test]
fn every_kind_of_bad_leaf_is_refused_and_said_why() {
    let root = Authority::root("Root");
    let one = root.below("One");
    let with = |change: &dyn Fn(&mut CertificateParams)| one.leaf_with("Leaf", ALIPAY_KEY, change);
    let good = with(&|_| {});
    let changed = {
        let mut der = der(&good);
        let position = der.windows(4).rposition(|window| window == b"Leaf").unwrap();
        der[position] = b'l';
        pem(&der)
    };
    let sha1 = {
        // An algorithm that is not accepted, said both outside and inside.
        let mut der = der(&good);
        let ecdsa_with_sha256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
        for position in 0..der.len() - 8 {
            if der[position..].starts_with(&ecdsa_with_sha256) {
                der[position..position + 8].copy_from_slice(&[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 9]);
            }
        }
        pem(&der)
    };
    let expired = with(&|params| params.not_after = date_time_ymd(2026, 5, 1));
    let future = with(&|params| params.not_before = date_time_ymd(2026, 7, 1));
    let mute = with(&|params| params.key_usages = vec![KeyUsagePurpose::KeyEncipherment]);
    let unknown = with(&unknown_critical);
    let own = |pem: &str| sn(pem);
    let table = [
        (&changed, ChainProblem::SignatureWrong { sn: own(&changed) }),
        (&sha1, ChainProblem::Algorithm { sn: own(&sha1), id: ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.9") }),
        (&expired, ChainProblem::Expired { sn: own(&expired), on: time("2026-05-01 08:00:00") }),
        (&future, ChainProblem::NotYetValid { sn: own(&future), before: time("2026-07-01 08:00:00") }),
        (&mute, ChainProblem::LeafMayNotSign { sn: own(&mute) }),
        (&unknown, ChainProblem::CriticalExtension { sn: own(&unknown) }),
        (&one.pem, ChainProblem::LeafIsAuthority { sn: own(&one.pem) }),
        (&root.pem, ChainProblem::LeafIsAuthority { sn: own(&root.pem) }),
    ];
    for (leaf, expected) in table {
        assert_eq!(check(&[leaf, &one.pem], &[&root.pem]), Err(expected));
    }
    for usage in [KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment] {
        let leaf = with(&|params| params.key_usages = vec![usage]);
        assert_eq!(check(&[&leaf, &one.pem], &[&root.pem]), Ok(()));
    }
    // A leaf that issues.
    let root_and_leaf = bundle(&[good.as_str(), &one.pem].concat());
    let leaf_as_root = [root_and_leaf.first().clone()];
    let found = chain::check(&root_and_leaf, &leaf_as_root, Some(time(NOW)));
    assert_eq!(found, Err(ChainProblem::IssuerUnknown { sn: own(&one.pem) }));
    let self_issued = root.leaf("Root", ALIPAY_KEY);
    let found = check(&[&self_issued], &[&self_issued]);
    assert_eq!(found, Err(ChainProblem::IssuerIsNoAuthority { sn: own(&self_issued) }));
}

#[test]
fn a_certificate_is_valid_from_its_first_to_its_last_second() {
    let root = Authority::root("Root");
    let leaf = root.leaf("Leaf", ALIPAY_KEY);
    for (now, is_valid) in [
        ("2026-01-01 07:59:59", false),
        ("2026-01-01 08:00:00", true),
        ("2027-01-01 08:00:00", true),
        ("2027-01-01 08:00:01", false),
    ] {
        assert_eq!(check_at(now, &[&leaf], &[&root.pem]).is_ok(), is_valid, "{now}");
    }
}

#[test]
fn dates_do_not_matter_where_no_time_is_given() {
    let root = Authority::root("Root");
    let one = root.below_with("One", &|params| params.not_after = date_time_ymd(2026, 5, 1));
    let chain = bundle(&[one.leaf("Leaf", ALIPAY_KEY), one.pem].concat());
    assert_eq!(chain::check(&chain, &[bundle(&root.pem).first().clone()], None), Ok(()));
}

#[test]
fn circles_and_crowds_end_soon() {
    let start = Instant::now();
    let root = Authority::root("Root");
    // Two authorities that issued each other.
    let (one, two) = (root.below("One"), root.below("Two"));
    let (one_by_two, two_by_one) = (one.again_by(&two, "One"), two.again_by(&one, "Two"));
    let leaf = one.leaf("Leaf", ALIPAY_KEY);
    let elsewhere = Authority::root("Elsewhere");
    let circle = check(&[&leaf, &one_by_two, &two_by_one], &[&elsewhere.pem]);
    assert_eq!(circle, Err(ChainProblem::TooLong));
    // One that issued itself, and is no root.
    let alone = Authority::root("Alone");
    let leaf_of_alone = alone.leaf("Leaf", ALIPAY_KEY);
    let found = check(&[&leaf_of_alone, &alone.pem], &[&root.pem]);
    assert_eq!(found, Err(ChainProblem::IssuerUnknown { sn: sn(&leaf_of_alone) }));
    // A thousand that could all be the issuer, each of them in a circle.
    let crowd = [one_by_two.as_str(), &two_by_one].concat().repeat(500);
    assert_eq!(check(&[&leaf, &crowd], &[&elsewhere.pem]), Err(ChainProblem::TooLong));
    let namesakes = root.below("One").pem.repeat(1000);
    assert_eq!(check(&[&leaf, &namesakes], &[&root.pem]), Err(ChainProblem::TooLong));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
