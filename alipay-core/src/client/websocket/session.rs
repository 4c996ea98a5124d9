//! One connection, from its handshake to its end.

use std::pin::Pin;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, MissedTickBehavior, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::{Bytes, Error as SocketError, Message as Frame};

use super::Settings;
use super::hands::Hands;
use super::link::reason;

/// How long the other side may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(1);

pub(super) struct Session<'a, S> {
    pub(super) socket: WebSocketStream<S>,
    pub(super) settings: &'a Settings,
    pub(super) hands: &'a mut Hands,
}

pub(super) enum Ended {
    /// In good order: nothing is in hand any more.
    Stopped,
    Lost(&'static str),
}

impl<S: AsyncRead + AsyncWrite + Unpin> Session<'_, S> {
    pub(super) async fn run(mut self, stop: &mut Pin<&mut impl Future<Output = ()>>) -> Ended {
        let mut ticks = tokio::time::interval(self.settings.ping_every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Instant::now();
        loop {
            // While no more can be taken nothing is read, and so nothing is heard either.
            let is_listening = !self.hands.are_full();
            if !is_listening {
                heard = Instant::now();
            }
            tokio::select! {
                () = stop.as_mut() => {
                    self.finish().await;
                    return Ended::Stopped;
                }
                frame = self.socket.next(), if is_listening => {
                    heard = Instant::now();
                    match frame {
                        None => return Ended::Lost("it was closed"),
                        Some(Err(error)) => return Ended::Lost(reason(&error)),
                        Some(Ok(Frame::Text(text))) => self.hands.take(text.as_str().to_owned()),
                        // Pings are answered by the next that is sent; a close comes to `None`.
                        Some(Ok(_)) => {}
                    }
                }
                Some(done) = self.hands.next() => {
                    if let Some(acknowledgement) = done
                        && let Err(lost) = self.send(Frame::text(acknowledgement)).await
                    {
                        return lost;
                    }
                }
                _ = ticks.tick() => {
                    if is_listening && heard.elapsed() > self.settings.silence {
                        return Ended::Lost("it is silent");
                    }
                    if let Err(lost) = self.send(Frame::Ping(Bytes::new())).await {
                        return lost;
                    }
                }
            }
        }
    }

    /// A connection that takes nothing for so long is lost as well.
    async fn send(&mut self, frame: Frame) -> Result<(), Ended> {
        match timeout(self.settings.silence, self.socket.send(frame)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(Ended::Lost(reason(&error))),
            Err(_elapsed) => Err(Ended::Lost("it takes nothing")),
        }
    }

    /// Finishes what is in hand, acknowledges it and says goodbye.
    async fn finish(mut self) {
        let deadline = Instant::now() + self.settings.grace;
        let mut is_connected = true;
        while let Some(done) = self.hands.next_before(deadline).await {
            // What cannot be acknowledged any more, the platform sends again.
            if let Some(acknowledgement) = done.filter(|_| is_connected) {
                is_connected = self.send(Frame::text(acknowledgement)).await.is_ok();
            }
        }
        let goodbye = async {
            self.socket.close(None).await?;
            while let Some(frame) = self.socket.next().await {
                frame?;
            }
            Ok::<_, SocketError>(())
        };
        let _ = timeout(GOODBYE, goodbye).await;
    }
}
