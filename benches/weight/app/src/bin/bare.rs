//! The floor: what hyper, TLS and the library behind the signatures take by themselves, without the SDK, and
//! configured as it has them.
//!
//! `bare nothing` says that it runs, `bare first` that it has signed, `bare URL COUNT` sends so many signed
//! requests, 64 at once, and verifies the answers.

use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::sync::Arc;

use alipay_weight::provider::default_provider;
use alipay_weight::rand::SystemRandom;
use alipay_weight::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey};
use alipay_weight::{ALIPAY_PUBLIC_KEY, PRIVATE_KEY};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http_body_util::{BodyExt, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore};
use tokio::runtime::Builder;

/// As long as the text of a call.
const TEXT: [u8; 600] = [b'a'; 600];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let what = arguments.next().ok_or("nothing, first, or the URL of a gateway")?;
    if what == "nothing" {
        return Ok(io::stdout().write_all(b".")?);
    }
    let key = RsaKeyPair::from_pkcs8(&der(PRIVATE_KEY)?).map_err(|_| "the key is none")?;
    if what == "first" {
        sign(&key)?;
        return Ok(io::stdout().write_all(b".")?);
    }
    let count = arguments.next().ok_or("how many?")?.parse()?;
    Builder::new_multi_thread().enable_all().build()?.block_on(calls(what, key, count))
}

async fn calls(url: String, key: RsaKeyPair, count: usize) -> Result<(), Box<dyn Error>> {
    let client: Client<_, Full<&'static [u8]>> = Client::builder(TokioExecutor::new()).build(connector()?);
    // Alone, the key of an SPKI.
    let public = der(ALIPAY_PUBLIC_KEY)?.split_off(24);
    let shared = Arc::new((client, key, public, url));
    alipay_weight::at_once(count, move || {
        let shared = Arc::clone(&shared);
        async move {
            let (client, key, public, url) = &*shared;
            let say = |error: &dyn Error| error.to_string();
            let query = BASE64_STANDARD.encode(sign(key)?).replace('+', "%2B");
            let request = http::Request::post(format!("{url}?sign={query}")).body(Full::new(&TEXT[..]));
            let answer = client.request(request.map_err(|error| say(&error))?).await.map_err(|error| say(&error))?;
            let body = answer.into_body().collect().await.map_err(|error| say(&error))?.to_bytes();
            let text = str::from_utf8(&body).map_err(|error| say(&error))?;
            let node = text.split_once(':').and_then(|(_, rest)| rest.split_once(",\"sign\"")).ok_or("no answer")?.0;
            let sign = text.rsplit_once(":\"").and_then(|(_, rest)| rest.split_once('"')).ok_or("no signature")?.0;
            let sign = BASE64_STANDARD.decode(sign).map_err(|error| say(&error))?;
            UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public)
                .verify(node.as_bytes(), &sign)
                .map_err(|_| "the signature is wrong".to_owned())
        }
    })
    .await
}

/// HTTP/1.1 and HTTP/2, over TLS or not.
fn connector() -> Result<HttpsConnector<HttpConnector>, rustls::Error> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let tls =
        ClientConfig::builder_with_provider(Arc::new(default_provider())).with_safe_default_protocol_versions()?;
    let tls = tls.with_root_certificates(roots).with_no_client_auth();
    Ok(HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http().enable_all_versions().build())
}

fn sign(key: &RsaKeyPair) -> Result<[u8; 256], String> {
    let mut signature = [0; 256];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), &TEXT, &mut signature).map_err(|error| error.to_string())?;
    Ok(signature)
}

fn der(pem: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let base64: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    Ok(BASE64_STANDARD.decode(base64)?)
}
