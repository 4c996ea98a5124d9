//! What the server does with what Alipay sends.

use std::error::Error;

use alipay_apis::notify::{Expected, OnceError, Reply, once};
use alipay_apis::trade::notifications::{TradeEvent, TradeNotification, TradeReturn};
use alipay_apis::{Client, Verified};
use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::{get, post};

use super::store::Store;

/// What every handler shares.
#[derive(Clone)]
pub(crate) struct Shop {
    pub(crate) client: Client,
    pub(crate) store: Store,
    seller_id: &'static str,
}

/// So the extractor finds the client that verifies.
impl FromRef<Shop> for Client {
    fn from_ref(shop: &Shop) -> Self {
        shop.client.clone()
    }
}

impl Shop {
    pub(crate) fn new(client: Client, store: Store, seller_id: &'static str) -> Self {
        Self { client, store, seller_id }
    }

    pub(crate) fn router(&self) -> Router {
        Router::new()
            .route("/alipay/notify", post(notified))
            .route("/alipay/back", get(came_back))
            .with_state(self.clone())
    }

    /// Stores what a notification says of an order.
    async fn settle(&self, notice: &Verified<TradeNotification>) -> Result<(), Box<dyn Error + Send + Sync>> {
        // Until it was compared, it only says which order to look up.
        let number = &notice.unchecked().out_trade_no;
        let order = self.store.order(number).await?.ok_or("there is no such order")?;
        let expected = Expected::new(&order.number, order.amount).seller_id(self.seller_id);
        let trade = notice.expect(&expected)?;
        match trade.event() {
            TradeEvent::Paid | TradeEvent::Finished => self.store.pay(number, &trade.trade_no).await?,
            TradeEvent::Refunded => self.store.set_state(number, "refunded").await?,
            TradeEvent::Closed => self.store.set_state(number, "closed").await?,
            // Nothing that this shop has to do with.
            _ => {}
        }
        Ok(())
    }
}

/// `POST /alipay/notify`. What Alipay did not sign for this application does not come here: the extractor
/// answers it with `fail`. Alipay repeats whatever is not answered with `success`.
pub(crate) async fn notified(State(shop): State<Shop>, notice: Verified<TradeNotification>) -> Reply {
    let outcome = once(&shop.store, notice.notify_id(), shop.settle(&notice)).await;
    match &outcome {
        Ok(_) => {}
        Err(OnceError::Handler(error)) => eprintln!("a notification needs looking at: {error}"),
        Err(error) => eprintln!("a notification is to come again: {error}"),
    }
    outcome.into()
}

/// `GET /alipay/back`: the user came back from Alipay's page. That proves no payment; what is stored does.
async fn came_back(State(shop): State<Shop>, returned: Verified<TradeReturn>) -> String {
    let number = &returned.unchecked().out_trade_no;
    match shop.store.order(number).await {
        Ok(Some(order)) => format!("order {number}: {}", order.state),
        _ => "we do not know this order".to_owned(),
    }
}
