//! Alipay's side: the keys and certificates with which answers are signed.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use alipay_core::key::{PrivateKey, PublicKey};
use alipay_core::sign::{KeySigner, SignType, Signer as _};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::application::{Application, Error};
use crate::certificate;

/// A key pair of the gateway, perhaps with the certificate that vouches for it.
pub(crate) struct GatewayKey {
    signer: KeySigner,
    /// The public key alone, or the certificate and those above it.
    public_pem: String,
    /// The number of the certificate.
    pub(crate) certificate: Option<String>,
}

impl GatewayKey {
    /// Refuses two keys that are not a pair.
    pub(crate) fn parse(sign_type: SignType, private_key: &str, public_key: &str) -> Result<Self, Error> {
        let private = PrivateKey::parse_for(sign_type, private_key)?;
        if *private.public_key() != PublicKey::parse_for(sign_type, public_key)? {
            return Err("the public key does not belong to the private key".into());
        }
        Ok(Self { signer: KeySigner::new(&private)?, public_pem: public_key.to_owned(), certificate: None })
    }

    /// Refuses a certificate, the first of the chain, that is not the key's.
    pub(crate) fn certified(private_key: &str, chain: &str) -> Result<Self, Error> {
        let number = certificate::parse(chain)?.first().map(certificate::number);
        Ok(Self { certificate: number, ..Self::parse(SignType::Rsa2, private_key, chain)? })
    }

    pub(crate) fn sign_type(&self) -> SignType {
        self.signer.sign_type()
    }

    pub(crate) fn public_pem(&self) -> &str {
        &self.public_pem
    }

    /// The base64 of the signature. Without random numbers from the system it is empty, and so no
    /// signature that anybody would accept.
    pub(crate) fn sign(&self, text: &[u8]) -> String {
        self.signer.sign_now(text).map(|signature| BASE64_STANDARD.encode(signature)).unwrap_or_default()
    }
}

/// All that the gateway signs with.
pub(crate) struct Keys {
    /// For applications that are registered by a key for RSA2.
    pub(crate) bare: Arc<GatewayKey>,
    /// For those that are registered by a key for another sign type.
    others: HashMap<SignType, Arc<GatewayKey>>,
    /// The root certificates, as PEM, and their `alipay_root_cert_sn`.
    pub(crate) roots: (String, String),
    certified: RwLock<Certified>,
}

struct Certified {
    current: Arc<GatewayKey>,
    /// Every one that signs or has signed, by the number of its certificate.
    issued: HashMap<String, Arc<GatewayKey>>,
}

impl Keys {
    pub(crate) fn new(
        bare: GatewayKey,
        others: Vec<GatewayKey>,
        certified: GatewayKey,
        roots: String,
    ) -> Result<Self, Error> {
        let number = certificate::number_of_roots(&certificate::parse(&roots)?);
        let current = Arc::new(certified);
        let mut certified = Certified { current: Arc::clone(&current), issued: HashMap::new() };
        certified.switch(current);
        let others = others.into_iter().map(|key| (key.sign_type(), Arc::new(key))).collect();
        Ok(Self { bare: Arc::new(bare), others, roots: (roots, number), certified: RwLock::new(certified) })
    }

    /// The key that signs for certificates now.
    pub(crate) fn certified(&self) -> Arc<GatewayKey> {
        Arc::clone(&self.certified.read().unwrap_or_else(PoisonError::into_inner).current)
    }

    pub(crate) fn switch(&self, key: GatewayKey) {
        self.certified.write().unwrap_or_else(PoisonError::into_inner).switch(Arc::new(key));
    }

    /// The certificate of this number and those above it, as PEM.
    pub(crate) fn chain(&self, number: &str) -> Option<String> {
        let certified = self.certified.read().unwrap_or_else(PoisonError::into_inner);
        certified.issued.get(number).map(|key| key.public_pem().to_owned())
    }

    /// The key for an answer to this application.
    pub(crate) fn for_application(&self, application: Option<&Application>) -> Arc<GatewayKey> {
        match application {
            Some(application) if application.has_certificate() => self.certified(),
            Some(application) => Arc::clone(self.others.get(&application.sign_type).unwrap_or(&self.bare)),
            None => Arc::clone(&self.bare),
        }
    }

    /// Whether there is a key for answers to this application.
    pub(crate) fn suit(&self, application: &Application) -> bool {
        application.sign_type == SignType::Rsa2 || self.others.contains_key(&application.sign_type)
    }
}

impl Certified {
    fn switch(&mut self, key: Arc<GatewayKey>) {
        if let Some(number) = &key.certificate {
            self.issued.insert(number.clone(), Arc::clone(&key));
        }
        self.current = key;
    }
}
