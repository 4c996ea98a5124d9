//! The local gateway, over TLS: it verifies what it gets and signs what it answers.

use std::error::Error;
use std::future::pending;
use std::io::{self, Write};

use alipay_sandbox::Gateway;
use serde_json::json;

/// Says how it is called and answers until it is ended.
#[tokio::main]
pub(crate) async fn serve(protocol: &str) -> Result<(), Box<dyn Error>> {
    let builder = Gateway::builder().demo_applications().demo_methods().keep_calls(0);
    let gateway = if protocol == "HTTP/1.1" { builder.http1_only() } else { builder }.start().await?;
    let how = json!({
        "url": gateway.url(),
        "root": gateway.root_certificate_pem(),
        "key": gateway.alipay_public_key(),
    });
    writeln!(io::stdout(), "{how}")?;
    pending().await
}
