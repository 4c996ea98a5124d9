//! Certificates for tests: made-up authorities, and what they issue.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PublicKeyData, SerialNumber, date_time_ymd,
};

use super::CertificateBundle;

pub(crate) const APP_KEY: &str = include_str!("../../../tests/data/test-keys/app_pkcs8.pem");
pub(crate) const ALIPAY_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pkcs8.pem");

/// What a test wants different from a plain certificate.
type Change<'a> = &'a dyn Fn(&mut CertificateParams);

/// Somebody who issues certificates, signing with ECDSA.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pub(crate) pem: String,
}

impl Authority {
    pub(crate) fn root(name: &str) -> Self {
        let (key, params) = (KeyPair::generate().unwrap(), authority(name));
        let pem = params.self_signed(&key).unwrap().pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// An authority below this one.
    pub(crate) fn below(&self, name: &str) -> Self {
        self.below_with(name, &|_| {})
    }

    pub(crate) fn below_with(&self, name: &str, change: Change<'_>) -> Self {
        let (key, mut params) = (KeyPair::generate().unwrap(), authority(name));
        change(&mut params);
        let pem = params.signed_by(&key, &self.issuer).unwrap().pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// Another certificate of this authority, from somebody else, with the same key.
    pub(crate) fn again_by(&self, other: &Self, name: &str) -> String {
        authority(name).signed_by(self.issuer.key(), &other.issuer).unwrap().pem()
    }

    /// The certificate of one that signs messages with this RSA key.
    pub(crate) fn leaf(&self, name: &str, key: &str) -> String {
        self.leaf_with(name, key, &|_| {})
    }

    pub(crate) fn leaf_with(&self, name: &str, key: &str, change: Change<'_>) -> String {
        let mut params = plain(name);
        change(&mut params);
        params.signed_by(&KeyPair::from_pem(key).unwrap(), &self.issuer).unwrap().pem()
    }

    /// The same for a key of which only the public half is there.
    pub(crate) fn leaf_of(&self, name: &str, key: &impl PublicKeyData) -> String {
        plain(name).signed_by(key, &self.issuer).unwrap().pem()
    }
}

pub(crate) fn plain(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    for (part, value) in [
        (DnType::CountryName, "CN"),
        (DnType::OrganizationName, "Own Test"),
        (DnType::OrganizationalUnitName, "Test"),
        (DnType::CommonName, name),
    ] {
        params.distinguished_name.push(part, value);
    }
    params.distinguished_name.remove(DnType::CommonName);
    params.distinguished_name.push(DnType::CommonName, name);
    params.not_before = date_time_ymd(2026, 1, 1);
    params.not_after = date_time_ymd(2027, 1, 1);
    params
}

pub(crate) fn authority(name: &str) -> CertificateParams {
    let mut params = plain(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params
}

pub(crate) fn serial(bytes: &[u8]) -> impl Fn(&mut CertificateParams) {
    let bytes = bytes.to_vec();
    move |params| params.serial_number = Some(SerialNumber::from_slice(&bytes))
}

/// An extension that nobody knows and everybody has to.
pub(crate) fn unknown_critical(params: &mut CertificateParams) {
    let mut extension = CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99999, 1], vec![5, 0]);
    extension.set_criticality(true);
    params.custom_extensions.push(extension);
}

/// The rules by which it was issued, as an extension that everybody has to know.
pub(crate) fn critical_policies(params: &mut CertificateParams) {
    // Those of RFC 5280's `anyPolicy`.
    let content = vec![0x30, 8, 0x30, 6, 6, 4, 0x55, 0x1d, 0x20, 0];
    let mut extension = CustomExtension::from_oid_content(&[2, 5, 29, 32], content);
    extension.set_criticality(true);
    params.custom_extensions.push(extension);
}

pub(crate) fn bundle(pem: &str) -> CertificateBundle {
    CertificateBundle::parse(pem).unwrap()
}

/// What stands between the lines of the first PEM block.
pub(crate) fn bare(pem: &str) -> String {
    let block = pem.split_inclusive("-----END").next().unwrap();
    block.lines().filter(|line| !line.starts_with('-')).collect()
}

/// The bytes of the first PEM block.
pub(crate) fn der(pem: &str) -> Vec<u8> {
    BASE64_STANDARD.decode(bare(pem)).unwrap()
}

pub(crate) fn pem(der: &[u8]) -> String {
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", BASE64_STANDARD.encode(der))
}
