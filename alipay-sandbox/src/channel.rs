//! The platform's side of messages over a WebSocket: registrations, connections, and what goes over them.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::Role;

pub(crate) use self::frame::{Parcel, data};
use self::line::Line;
pub(crate) use self::line::Order;

mod frame;
mod line;

/// Where clients register, and where they connect to then.
pub(crate) const REGISTER: &str = "/websocket/register.do";
pub(crate) const CONNECT: &str = "/websocket";

/// Clones are the same channel.
#[derive(Clone, Default)]
pub(crate) struct Channel(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// How many connections were opened so far.
    opened: watch::Sender<usize>,
    /// For tokens and for numbers of messages.
    count: AtomicU64,
}

#[derive(Default)]
struct State {
    /// Whom each token was given to. One opens one connection.
    tokens: HashMap<String, String>,
    lines: Vec<Open>,
    /// Who waits for which acknowledgement.
    waiting: HashMap<String, oneshot::Sender<bool>>,
}

/// An open connection.
struct Open {
    app_id: String,
    orders: mpsc::UnboundedSender<Order>,
}

impl Channel {
    /// A new token for this application.
    pub(crate) fn register(&self, app_id: &str) -> String {
        let token = format!("link_{}_{app_id}", self.number());
        self.with(|state| state.tokens.insert(token.clone(), app_id.to_owned()));
        token
    }

    /// Whether the token was given to this application and not used yet. It is used now.
    pub(crate) fn redeem(&self, token: &str, app_id: &str) -> bool {
        self.with(|state| {
            let is_good = state.tokens.get(token).is_some_and(|owner| owner == app_id);
            if is_good {
                state.tokens.remove(token);
            }
            is_good
        })
    }

    /// Serves a connection once HTTP has let go of it.
    pub(crate) fn open(&self, app_id: &str, upgrade: OnUpgrade, stopping: watch::Receiver<bool>) {
        let (channel, app_id) = (self.clone(), app_id.to_owned());
        tokio::spawn(async move {
            let Ok(upgraded) = upgrade.await else { return };
            let socket = WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, None).await;
            let (orders, received) = mpsc::unbounded_channel();
            channel.with(|state| state.lines.push(Open { app_id, orders }));
            channel.0.opened.send_modify(|opened| *opened += 1);
            Line { socket, orders: received, channel: channel.clone() }.serve(stopping).await;
            channel.with(|state| state.lines.retain(|line| !line.orders.is_closed()));
        });
    }

    /// Sends a message over one of the application's connections, as soon as there is one, and waits for
    /// its acknowledgement. `None` if the connection is lost before.
    pub(crate) async fn send(&self, app_id: &str, parcel: &Parcel) -> Option<bool> {
        let mut opened = self.0.opened.subscribe();
        let orders = loop {
            opened.mark_unchanged();
            let open = self.with(|state| {
                let mut lines = state.lines.iter().rev();
                lines.find(|line| line.app_id == app_id && !line.orders.is_closed()).map(|line| line.orders.clone())
            });
            match open {
                Some(orders) => break orders,
                None => opened.changed().await.ok()?,
            }
        };
        let (done, acknowledged) = oneshot::channel();
        self.with(|state| state.waiting.insert(parcel.msg_id.clone(), done));
        orders.send(Order::Send(parcel.text.clone())).ok()?;
        tokio::select! {
            // An acknowledgement may be the last that came.
            biased;
            acknowledged = acknowledged => acknowledged.ok(),
            () = orders.closed() => None,
        }
    }

    /// Gives all connections this order.
    pub(crate) fn order(&self, order: &Order) {
        self.with(|state| {
            for line in &state.lines {
                let _ = line.orders.send(order.clone());
            }
        });
    }

    /// Waits until so many connections were opened, from the beginning.
    pub(crate) async fn opened(&self, count: usize) {
        let _ = self.0.opened.subscribe().wait_for(|opened| *opened >= count).await;
    }

    pub(crate) fn number(&self) -> u64 {
        self.0.count.fetch_add(1, Ordering::Relaxed)
    }

    fn acknowledge(&self, msg_id: &str, is_success: bool) {
        if let Some(waiting) = self.with(|state| state.waiting.remove(msg_id)) {
            let _ = waiting.send(is_success);
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.0.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
