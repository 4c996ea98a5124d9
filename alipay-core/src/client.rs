//! The client: keys, gateway, transport and time limits, shared by all calls.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

pub use self::builder::ClientBuilder;
pub(crate) use self::exchange::{Exchange, ExchangeFuture};
pub use self::gateway::Gateway;
pub(crate) use self::options::Options;
use crate::api::ApiRequest;
use crate::call::{Call, JsonRequest};
use crate::sign::{Signer, Verifier};
use crate::time::DateTime;
use crate::transport::Transport;

mod builder;
mod exchange;
mod gateway;
mod keys;
mod options;
mod request;

/// Sends requests of one application to one gateway.
///
/// Make one and share it: a clone is cheap and uses the same connections. Calls need a Tokio runtime
/// with time (and, with the default transport, I/O) enabled.
///
/// ```no_run
/// use alipay_core::{Client, Gateway};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::builder("2021000000000001")
///     .private_key(&std::fs::read_to_string("application-private-key.pem")?)
///     .alipay_public_key(&std::fs::read_to_string("alipay-public-key.pem")?)
///     .gateway(Gateway::Sandbox)
///     .build()?;
/// # let _ = client.clone();
/// # Ok(())
/// # }
/// ```
///
/// # What is believed
/// Only what Alipay signed becomes an [`Answer`](crate::Answer), and no setting changes that. The
/// platform's signature covers the response and not the question: that an answer belongs to its
/// call is a matter of TLS. Compare the numbers in it (`out_trade_no`, …) with those that you sent.
///
/// # What is traced
/// A span `alipay.call` for each call, with the method, the application's id, the trace id, the
/// codes and timings, and events for rules that were advised against or allowed. No key, token or
/// field is ever in it. The libraries below trace under names of their own (`hyper`, `h2`, `rustls`);
/// this crate cannot answer for what their `TRACE` level prints.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

/// What all clones have in common.
struct Shared {
    app_id: String,
    /// The gateway's URL, without a query.
    gateway: String,
    signer: Arc<dyn Signer>,
    verifier: Arc<dyn Verifier>,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Fn() -> DateTime + Send + Sync>,
    timeout: Duration,
    max_answer_bytes: usize,
    user_agent: HeaderValue,
    notify_url: Option<String>,
    app_auth_token: Option<String>,
}

impl Client {
    /// Starts a client for the application with this id.
    pub fn builder(app_id: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(app_id.into())
    }

    /// Prepares a call; options may follow, `.await` sends it. The same as `request.call(&client)`.
    #[inline]
    pub fn call<'a, R: ApiRequest>(&'a self, request: &'a R) -> Call<'a, &'a R> {
        Call::new(self, request)
    }

    /// Prepares a call of a method that nobody declared, with its `biz_content` as JSON, as a rule an
    /// object (`null`: the call has none). It is signed and verified like any other, and not
    /// validated. Write amounts as texts: a number of a [`Value`](serde_json::Value) is a binary float.
    ///
    /// ```no_run
    /// # async fn example(client: &alipay_core::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let content = serde_json::json!({ "out_trade_no": "70501111111S001111119" });
    /// let answer = client.call_json("alipay.trade.query", content).await?;
    /// println!("{:?}", answer.to_value()?["trade_status"]);
    /// # Ok(())
    /// # }
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "callers write `json!(…)` in place")]
    pub fn call_json(&self, method: impl Into<String>, biz_content: serde_json::Value) -> Call<'_, JsonRequest> {
        Call::new(self, JsonRequest::new(method.into(), &biz_content))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("app_id", &self.shared.app_id)
            .field("gateway", &self.shared.gateway)
            .finish_non_exhaustive()
    }
}

#[cfg(all(test, feature = "hyper", any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
