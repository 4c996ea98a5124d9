//! A client for programs without an async runtime. Feature `blocking`.
//!
//! There is nothing to learn anew: prepare a call, a page, an upload or a batch as always, and hand it
//! to [`Client::wait`] where an async program writes `.await`.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use tokio::runtime::{Builder, Handle, Runtime};

use crate::error::Error;

/// A [`Client`](crate::Client) and a small runtime of its own, which it waits in.
///
/// It dereferences to the client inside. A clone is cheap and uses the same runtime and connections;
/// any number of threads may wait at once.
///
/// ```no_run
/// use alipay_core::{Client, Error, blocking};
///
/// fn status(client: &blocking::Client, trade_no: &str) -> Result<String, Error> {
///     let content = serde_json::json!({ "out_trade_no": trade_no });
///     let answer = client.wait(client.call_json("alipay.trade.query", content))?;
///     Ok(answer.to_value().map(|value| value["trade_status"].to_string()).unwrap_or_default())
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::builder("2021000000000001")
///     .private_key(&std::fs::read_to_string("application-private-key.pem")?)
///     .alipay_public_key(&std::fs::read_to_string("alipay-public-key.pem")?)
///     .build()?;
/// println!("{}", status(&blocking::Client::new(client)?, "70501111111S001111119")?);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    client: crate::Client,
    runtime: Arc<OwnRuntime>,
}

impl Client {
    /// Starts the runtime: one thread that looks after the connections. The work of a call is done by
    /// the thread that waits for it.
    ///
    /// # Errors
    /// Of kind [`Configuration`](crate::ErrorKind::Configuration), when the system has no thread left.
    pub fn new(client: crate::Client) -> Result<Self, Error> {
        let runtime =
            Builder::new_multi_thread().worker_threads(1).thread_name("alipay-blocking").enable_all().build().map_err(
                |error| Error::configuration_because("the runtime of the blocking client did not start", error),
            )?;
        Ok(Self { client, runtime: Arc::new(OwnRuntime(Some(runtime))) })
    }

    /// Does what was prepared, and waits until it is done.
    ///
    /// # Errors
    /// Those of what was prepared. Of kind [`Configuration`](crate::ErrorKind::Configuration), and nothing
    /// was sent, when the calling thread belongs to an async runtime, `spawn_blocking` included: waiting
    /// would hold up its other work, and there `.await` does the same.
    pub fn wait<T>(&self, prepared: impl IntoFuture<Output = Result<T, Error>>) -> Result<T, Error> {
        if Handle::try_current().is_ok() {
            return Err(Error::configuration(
                "the blocking client was used inside an async runtime: await the call there instead",
            ));
        }
        match &self.runtime.0 {
            Some(runtime) => runtime.block_on(prepared.into_future()),
            None => Err(Error::configuration("the runtime of the blocking client has ended")),
        }
    }
}

impl Deref for Client {
    type Target = crate::Client;

    fn deref(&self) -> &crate::Client {
        &self.client
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(f)
    }
}

/// A runtime that may be dropped anywhere. `None` only while it is dropped.
struct OwnRuntime(Option<Runtime>);

impl Drop for OwnRuntime {
    fn drop(&mut self) {
        // Dropped inside an async runtime, one that waits for its threads panics.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
