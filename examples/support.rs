//! What every example begins with: a client of the gateway in the environment, or of a local one.
//!
//! With `ALIPAY_APP_ID`, `ALIPAY_PRIVATE_KEY`, `ALIPAY_PUBLIC_KEY` (the keys as text) and
//! `ALIPAY_GATEWAY` (its URL) in the environment, that gateway is called. One whose certificate no
//! usual authority signed needs `ALIPAY_ROOT_CERTIFICATE` as well (PEM, as text). With the local
//! gateway as a program:
//!
//! ```sh
//! cargo run -p alipay-sandbox -- --port 8443 --write target/sandbox &
//! ALIPAY_GATEWAY=https://127.0.0.1:8443/gateway.do ALIPAY_APP_ID=2021000000000001 \
//! ALIPAY_PRIVATE_KEY="$(cat target/sandbox/application-private-key.pem)" \
//! ALIPAY_PUBLIC_KEY="$(cat target/sandbox/alipay-public-key.pem)" \
//! ALIPAY_ROOT_CERTIFICATE="$(cat target/sandbox/root-certificate.pem)" \
//!     cargo run -p alipay-examples --example points_update
//! ```

use std::env;
use std::error::Error;

use alipay_apis::Client;
use alipay_sandbox::Gateway;

/// Given together, or not at all.
const SETTINGS: [&str; 4] = ["ALIPAY_APP_ID", "ALIPAY_PRIVATE_KEY", "ALIPAY_PUBLIC_KEY", "ALIPAY_GATEWAY"];

/// A client, and the local gateway if there is one: it ends when it is dropped.
pub(crate) async fn connect() -> Result<(Client, Option<Gateway>), Box<dyn Error>> {
    if SETTINGS.iter().any(|name| env::var_os(name).is_some()) {
        let [app_id, private_key, public_key, gateway] = SETTINGS.map(setting);
        let mut client =
            Client::builder(app_id?).private_key(&private_key?).alipay_public_key(&public_key?).gateway_url(gateway?);
        if env::var_os("ALIPAY_ROOT_CERTIFICATE").is_some() {
            client = client.root_certificate_pem(&setting("ALIPAY_ROOT_CERTIFICATE")?);
        }
        return Ok((client.build()?, None));
    }
    let gateway = Gateway::start_demo().await?;
    let client = gateway.demo_client().build()?;
    Ok((client, Some(gateway)))
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set, or is no text"))
}
