//! One connection.

use futures_util::{SinkExt, StreamExt};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use tokio::sync::{mpsc, watch};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

use super::{Channel, frame};
use crate::server::stopped;

/// What a connection is told to do.
#[derive(Clone)]
pub(crate) enum Order {
    Send(String),
    /// Break off, without goodbye.
    Drop,
    /// Stay open and say and read nothing more.
    FallSilent,
}

pub(super) struct Line {
    pub(super) socket: WebSocketStream<TokioIo<Upgraded>>,
    pub(super) orders: mpsc::UnboundedReceiver<Order>,
    pub(super) channel: Channel,
}

impl Line {
    pub(super) async fn serve(mut self, stopping: watch::Receiver<bool>) {
        let mut stop = std::pin::pin!(stopped(stopping));
        let mut is_silent = false;
        loop {
            tokio::select! {
                order = self.orders.recv() => match order {
                    Some(Order::Send(text)) => {
                        if self.socket.send(Message::text(text)).await.is_err() {
                            return;
                        }
                    }
                    Some(Order::FallSilent) => is_silent = true,
                    Some(Order::Drop) | None => return,
                },
                frame = self.socket.next(), if !is_silent => match frame {
                    Some(Ok(Message::Text(text))) => {
                        if let Some((msg_id, is_success)) = frame::acknowledgement(text.as_str()) {
                            self.channel.acknowledge(&msg_id, is_success);
                        }
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return,
                },
                () = &mut stop => {
                    let _ = self.socket.close(None).await;
                    return;
                }
            }
        }
    }
}
