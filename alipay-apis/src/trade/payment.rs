//! A payment at a counter, from the buyer's code to a certain end.
//!
//! [`pay_and_wait`] calls `alipay.trade.pay` once, asks `alipay.trade.query` with growing pauses, and
//! when the time is up cancels with `alipay.trade.cancel`, as the platform advises: right after a
//! question that found the trade unpaid, and again until the cancellation is certain. A payment that is refused
//! ends at once, after a question whether a trade was left that the buyer could still pay. [`resume`] does
//! the same from the first question on, after a crash.
//!
//! # What to store before you pay
//!
//! - the `out_trade_no`: it *is* the payment; everything else can be asked for with it;
//! - the amount, so that an answer about another order is noticed;
//! - the merchant, if you act for several (the `app_auth_token`).
//!
//! Store it before [`pay_and_wait`] is called, and mark the order when the end is known. At the start of
//! your program, [`resume`] every order that has no mark. If you follow the [steps](Payment::steps),
//! store [`Cancelling`](PaymentStep::Cancelling) too, before you ask for the next step: after it,
//! resume with [`after_cancelling`](Payment::after_cancelling).
//!
//! A payment that is dropped, or whose process dies, goes on at Alipay's: the buyer may still pay. Do
//! not pay anew under another number before [`resume`] has said that nothing was paid.

mod ends;
mod look;
mod outcome;
mod work;

use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use alipay_core::{Amount, AppAuthToken, Client, OutTradeNo};

pub use self::ends::{ClosedTrade, Closing, PaidTrade, PaymentEnd, PaymentStep, Proof};
use self::work::Paying;
use super::Pay;
pub use crate::waiting::Steps;
use crate::waiting::{Waits, run};

/// Pays with the buyer's payment code, and waits until the end is certain.
///
/// ```
/// use alipay_apis::trade::payment::{PaymentEnd, pay_and_wait};
/// use alipay_apis::trade::Pay;
/// use alipay_apis::{Amount, Client};
///
/// async fn sell(client: &Client, order: &str, code: &str) {
///     let pay = Pay::new(order, Amount::fen(880), "A pot of tea").auth_code(code);
///     match pay_and_wait(client, pay).await {
///         PaymentEnd::Paid(trade) => println!("paid: {:?}", trade.trade_no),
///         PaymentEnd::Failed(error) => println!("nothing was paid: {error}"),
///         PaymentEnd::Closed(trade) => println!("nothing was paid: {:?}", trade.how),
///         PaymentEnd::Unknown(error) => println!("resume {order} later: {error}"),
///     }
/// }
/// ```
///
/// It sends the payment once. Call it again for an order that has [`Failed`](PaymentEnd::Failed), and
/// [`resume`] for one of which you do not know the end. Without a runtime, the blocking client waits:
/// `client.wait(async { Ok(pay_and_wait(&client, pay).await) })`.
///
/// Each call has the client's time limit. By default it asks every 3 to 6 seconds for a minute, then
/// cancels for up to half a minute.
pub fn pay_and_wait(client: &Client, pay: Pay) -> Payment {
    Payment::new(client, What::Pay(Box::new(pay)))
}

/// Finds out how a payment ended that was begun under this number, and ends it if it has not: asks, waits
/// for the buyer until the [deadline](Payment::deadline), cancels.
///
/// With a deadline of zero it asks once and cancels unless the trade is paid: this is what the
/// cashier's "stop" is, after the steps that are being followed have been dropped.
///
/// `total_amount` is the amount of the order, in yuan. A trade of another amount under this number is
/// another order's: it is neither believed nor cancelled.
///
/// For payments by code. One that starts on a page, in an app or with a QR code may be begun by the
/// buyer after all questions here; wait for its notification, and close it with `alipay.trade.close`.
pub fn resume(client: &Client, out_trade_no: impl Into<OutTradeNo>, total_amount: Amount) -> Payment {
    Payment::new(client, What::Resume(Order { out_trade_no: out_trade_no.into(), total_amount }))
}

/// A payment that is being prepared; `.await` pays and waits.
///
/// # Cancellation
/// Dropping the future gives it up at once, whatever it is doing. [`resume`] finds out what became of it.
#[must_use = "it is paid when it is awaited"]
pub struct Payment {
    client: Client,
    what: What,
    app_auth_token: Option<AppAuthToken>,
    notify_url: Option<String>,
    waits: Waits,
    cancel_for: Duration,
    after_cancelling: bool,
}

/// What the platform advises: a question every 3 to 6 seconds, for a minute.
const AT_A_COUNTER: Waits =
    Waits { deadline: Duration::from_secs(60), first: Duration::from_secs(3), longest: Duration::from_secs(6) };

enum What {
    Pay(Box<Pay>),
    Resume(Order),
}

/// What an answer has to be about.
#[derive(Clone)]
struct Order {
    out_trade_no: OutTradeNo,
    total_amount: Amount,
}

impl Payment {
    fn new(client: &Client, what: What) -> Self {
        Self {
            client: client.clone(),
            what,
            app_auth_token: None,
            notify_url: None,
            waits: AT_A_COUNTER,
            cancel_for: Duration::from_secs(30),
            after_cancelling: false,
        }
    }

    /// How long the buyer may take, from the start: 60 seconds unless you say otherwise. Then the
    /// payment is cancelled.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.waits.deadline = deadline;
        self
    }

    /// How long to wait before the second question, and how far the pauses between questions grow: 3 and
    /// 6 seconds unless you say otherwise.
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        (self.waits.first, self.waits.longest) = (first, longest);
        self
    }

    /// For how long after the deadline a cancellation is tried whose outcome is not certain: 30 seconds
    /// unless you say otherwise.
    pub fn cancel_for(mut self, time: Duration) -> Self {
        self.cancel_for = time;
        self
    }

    /// Says that an earlier run may have sent a cancellation: then even a paid trade is cancelled, because
    /// that cancellation may still be on its way and give the money back after the goods are gone.
    pub fn after_cancelling(mut self) -> Self {
        self.after_cancelling = true;
        self
    }

    /// Acts for the merchant who gave this token to the application (`app_auth_token`).
    pub fn app_auth_token(mut self, token: impl Into<AppAuthToken>) -> Self {
        self.app_auth_token = Some(token.into());
        self
    }

    /// Where Alipay posts its notifications about the trade (`notify_url`).
    pub fn notify_url(mut self, url: impl Into<String>) -> Self {
        self.notify_url = Some(url.into());
        self
    }

    /// Pays and reports what is happening, step by step: for a screen, and to stop in between.
    ///
    /// ```
    /// use alipay_apis::trade::payment::{PaymentEnd, PaymentStep, pay_and_wait};
    /// # use alipay_apis::{Client, trade::Pay};
    ///
    /// async fn sell(client: &Client, pay: Pay) -> Option<PaymentEnd> {
    ///     let mut steps = pay_and_wait(client, pay).steps();
    ///     while let Some(step) = steps.next().await {
    ///         match step {
    ///             PaymentStep::Accepted => println!("please confirm on your phone"),
    ///             PaymentStep::Cancelling => println!("time is up"), // store this
    ///             PaymentStep::Ended(end) => return Some(end),
    ///             other => println!("{other}"),
    ///         }
    ///     }
    ///     None
    /// }
    /// ```
    pub fn steps(self) -> Steps<PaymentStep> {
        Steps::of(Paying::begin(self))
    }
}

impl IntoFuture for Payment {
    type Output = PaymentEnd;
    type IntoFuture = Pin<Box<dyn Future<Output = PaymentEnd> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { run(Paying::begin(self)).await })
    }
}

impl fmt::Debug for Payment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payment").finish_non_exhaustive()
    }
}
