//! A client that signs as applications do and sends whatever a test wants sent.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use alipay_core::DateTime;
use alipay_core::key::{PrivateKey, PublicKey};
use alipay_core::parameters::Parameters;
use alipay_core::sign::{KeySigner, KeyVerifier};
use alipay_sandbox::{Gateway, demo};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use encoding_rs::{Encoding, UTF_8};
use http::{HeaderMap, Request, StatusCode, Version};
use http_body_util::{BodyExt, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde_json::Value;
use serde_json::value::RawValue;

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Caller {
    http: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    url: String,
    signer: Arc<KeySigner>,
    alipay: KeyVerifier,
}

impl Caller {
    /// Prefers HTTP/2, as ALPN lets it.
    pub(crate) fn new(gateway: &Gateway) -> Self {
        Self::over(gateway, Version::HTTP_2)
    }

    /// Offers this version of HTTP, and HTTP/1.1.
    pub(crate) fn over(gateway: &Gateway, version: Version) -> Self {
        let mut roots = rustls::RootCertStore::empty();
        if let Some(pem) = gateway.root_certificate_pem() {
            roots.add(CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()).unwrap();
        }
        let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let connector = HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http();
        let connector = match version {
            Version::HTTP_11 => connector.enable_http1().build(),
            _ => connector.enable_all_versions().build(),
        };
        Self {
            http: Client::builder(TokioExecutor::new()).build(connector),
            url: gateway.url(),
            signer: Arc::new(KeySigner::new(&PrivateKey::parse(demo::PRIVATE_KEY).unwrap()).unwrap()),
            alipay: KeyVerifier::new(PublicKey::parse(gateway.alipay_public_key()).unwrap()).unwrap(),
        }
    }

    /// The form as it goes out, signed.
    pub(crate) fn sign(&self, form: Form) -> String {
        form.signed(&self.signer).encoded()
    }

    /// The form as it goes out, signed together with these parameters, which go elsewhere.
    pub(crate) fn sign_with(&self, form: Form, elsewhere: &[(&str, &str)]) -> String {
        let all = elsewhere.iter().fold(form, |form, (name, value)| form.with(name, value)).signed(&self.signer);
        elsewhere.iter().fold(all, |form, (name, _)| form.without(name)).encoded()
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Signs and sends.
    pub(crate) async fn call(&self, form: Form) -> Result<Answer, Failure> {
        self.post("", self.sign(form)).await
    }

    /// A signed call of this method with this `biz_content`.
    pub(crate) async fn call_method(&self, method: &str, biz_content: &(impl ToString + ?Sized)) -> Answer {
        self.call(Form::new(method).with("biz_content", biz_content)).await.unwrap()
    }

    pub(crate) async fn post(&self, query: &str, body: impl Into<Bytes>) -> Result<Answer, Failure> {
        let request = Request::post(format!("{}?{query}", self.url))
            .header("content-type", "application/x-www-form-urlencoded;charset=utf-8");
        self.send(request.body(Full::new(body.into()))?).await
    }

    pub(crate) async fn get(&self, query: &str) -> Result<Answer, Failure> {
        self.send(Request::get(format!("{}?{query}", self.url)).body(Full::default())?).await
    }

    pub(crate) async fn send(&self, request: Request<Full<Bytes>>) -> Result<Answer, Failure> {
        let (head, body) = self.http.request(request).await?.into_parts();
        Ok(Answer {
            status: head.status,
            version: head.version,
            headers: head.headers,
            body: body.collect().await?.to_bytes(),
            alipay: self.alipay.clone(),
        })
    }
}

/// The parameters of one call, before they are signed.
#[derive(Clone)]
pub(crate) struct Form {
    parameters: BTreeMap<String, String>,
    charset: &'static Encoding,
    resign: bool,
}

impl Form {
    /// All common parameters as they should be.
    pub(crate) fn new(method: &str) -> Self {
        Self { parameters: BTreeMap::new(), charset: UTF_8, resign: true }
            .with("method", method)
            .with("app_id", demo::APP_ID)
            .with("charset", "utf-8")
            .with("format", "json")
            .with("sign_type", "RSA2")
            .with("timestamp", &DateTime::now())
            .with("version", "1.0")
    }

    /// Sets a parameter; a `sign` set so is sent as it is.
    pub(crate) fn with(mut self, name: &str, value: &(impl ToString + ?Sized)) -> Self {
        self.resign &= name != "sign";
        self.parameters.insert(name.to_owned(), value.to_string());
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.resign &= name != "sign";
        self.parameters.remove(name);
        self
    }

    /// Encodes and signs in this charset, whatever `charset` says.
    pub(crate) fn encoded_in(self, charset: &'static Encoding) -> Self {
        Self { charset, ..self }
    }

    pub(crate) fn text_to_sign(&self) -> String {
        let mut parameters = Parameters::new();
        self.parameters.iter().for_each(|(name, value)| parameters.add(name, value));
        parameters.text_to_sign()
    }

    fn signed(self, signer: &KeySigner) -> Self {
        if !self.resign {
            return self;
        }
        let signature = signer.sign_now(&self.charset.encode(&self.text_to_sign()).0).unwrap();
        self.with("sign", &BASE64_STANDARD.encode(signature))
    }

    fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new())
            .encoding_override(Some(&|text| self.charset.encode(text).0))
            .extend_pairs(&self.parameters)
            .finish()
    }
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) version: Version,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    alipay: KeyVerifier,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The parts of the answer, each exactly as written, in the charset that it says.
    fn parts(&self) -> HashMap<String, Box<RawValue>> {
        let (_, label) = self.header("content-type").split_once("charset=").unwrap();
        let text = Encoding::for_label(label.as_bytes()).unwrap().decode(&self.body).0;
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// The key of the node, and the node.
    pub(crate) fn node(&self) -> (String, Value) {
        let node = self.parts().into_iter().find(|(key, _)| is_node(key)).unwrap();
        (node.0, serde_json::from_str(node.1.get()).unwrap())
    }

    pub(crate) fn text(&self, field: &str) -> String {
        self.node().1[field].as_str().unwrap_or_default().to_owned()
    }

    /// `code` and `sub_code`.
    pub(crate) fn codes(&self) -> (String, String) {
        (self.text("code"), self.text("sub_code"))
    }

    pub(crate) fn is_signed(&self) -> bool {
        self.parts().contains_key("sign")
    }

    /// The number of the certificate that signed; empty if none did.
    pub(crate) fn certificate(&self) -> String {
        self.parts().get("alipay_cert_sn").map_or_else(String::new, |sn| serde_json::from_str(sn.get()).unwrap())
    }

    /// Whether `sign` belongs to the bytes of the node and was made with the key of this certificate.
    pub(crate) fn is_verified_by(&self, certificate: &str) -> bool {
        self.is_signed_with(&KeyVerifier::new(PublicKey::parse(certificate).unwrap()).unwrap())
    }

    /// Whether `sign` belongs to the bytes of the node.
    pub(crate) fn is_verified(&self) -> bool {
        self.is_signed_with(&self.alipay)
    }

    fn is_signed_with(&self, key: &KeyVerifier) -> bool {
        let parts = self.parts();
        let Some(sign) = parts.get("sign") else { return false };
        let sign: String = serde_json::from_str(sign.get()).unwrap();
        let (_, node) = parts.iter().find(|(key, _)| is_node(key)).unwrap();
        let (_, label) = self.header("content-type").split_once("charset=").unwrap();
        let node = Encoding::for_label(label.as_bytes()).unwrap().encode(node.get()).0;
        key.verify_now(&node, &BASE64_STANDARD.decode(sign).unwrap()).is_ok()
    }
}

fn is_node(key: &str) -> bool {
    !["sign", "alipay_cert_sn"].contains(&key)
}
