//! What can go wrong between client and gateway.

/// What the proxy does to one connection.
#[derive(Clone, Copy)]
pub(crate) enum Fault {
    /// Nothing: the request reaches the gateway, and the answer the client.
    None,
    /// Resets the connection.
    Reset(Moment),
    /// Closes its own direction in good order and goes on reading.
    HalfClose(Moment),
    /// Says nothing any more.
    Silence(Moment),
    /// Closes the connection once it has been idle.
    CloseIdle,
    /// Hands the answer on a byte at a time, so slowly that it never ends in time.
    Trickle,
    /// The gateway's answer, changed: from its body to a whole HTTP answer.
    Answer(fn(&[u8]) -> Vec<u8>),
    /// TLS with this certificate, and then nothing wrong.
    Tls(Certificate),
    /// A server that speaks TLS 1.0 and nothing newer.
    OldTls,
    /// HTTP/2, and what becomes of the request in it.
    Http2(Stream),
}

/// How far a request gets.
#[derive(Clone, Copy)]
pub(crate) enum Moment {
    /// The connection stands, and nothing was read.
    Accepted,
    /// Some of the request was read; the gateway gets nothing.
    InRequest,
    /// The gateway has the request and has answered.
    Processed,
    /// The client has the first half of the answer.
    InAnswer,
}

/// The certificate of a host.
#[derive(Clone, Copy)]
pub(crate) enum Certificate {
    Good,
    Expired,
    /// Of an authority that the client does not trust.
    Foreign,
    OfAnotherHost,
}

/// What becomes of a request over HTTP/2.
#[derive(Clone, Copy)]
pub(crate) enum Stream {
    /// `RST_STREAM`, unprocessed: `REFUSED_STREAM`.
    Refused,
    /// `RST_STREAM` after the gateway has answered.
    Reset,
    /// `RST_STREAM` in the middle of the answer.
    ResetInAnswer,
    /// `GOAWAY` in the place of an answer.
    GoAway,
    /// The answer, and `GOAWAY` behind it.
    GoAwayAfterAnswer,
}
