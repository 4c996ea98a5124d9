//! Notifications as extractors of axum: a handler that asks for a [`Verified`] value runs only on what
//! Alipay signed.

use axum_core::body::Body;
use axum_core::extract::{FromRef, FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use http::{Method, StatusCode};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::{MAX_BYTES, Notification, Refusal, Refused, Reply, Verified};
use crate::client::Client;
use crate::error::Error;
use crate::record::Declared;

/// Takes the body of a `POST`, and the query of a `GET`, which is how a browser comes to the `return_url`.
/// The [`Client`] is the state, or a part of it (`FromRef`).
///
/// It reads the body itself, and at most [`MAX_BYTES`] of it.
impl<S: Send + Sync> FromRequest<S> for Notification
where
    Client: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let client = Client::from_ref(state);
        let (parts, body) = request.into_parts();
        let posted = if parts.method == Method::GET {
            client.notification(parts.uri.query().unwrap_or_default().as_bytes(), None).await
        } else {
            let content_type = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
            client.notification(&read(body).await?, content_type).await
        };
        Ok(posted?)
    }
}

/// As for a [`Notification`], and of the type.
impl<S: Send + Sync, T: Declared> FromRequest<S> for Verified<T>
where
    Client: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        Ok(Notification::from_request(request, state).await?.read()?)
    }
}

async fn read(body: Body) -> Result<Vec<u8>, Error> {
    match Limited::new(body, MAX_BYTES).collect().await {
        Ok(all) => Ok(all.to_bytes().into()),
        Err(error) if error.is::<LengthLimitError>() => Err(Refused::Plainly(Refusal::TooLarge).into_error()),
        Err(_) => Err(Refused::Plainly(Refusal::Interrupted).into_error()),
    }
}

/// What came is refused, and the handler does not run. The answer is `fail` with status 400; for an answer
/// of your own, extract a `Result<Verified<T>, Rejection>`.
#[derive(Debug)]
pub struct Rejection(Error);

impl Rejection {
    /// Why.
    pub fn error(&self) -> &Error {
        &self.0
    }

    /// Why.
    pub fn into_error(self) -> Error {
        self.0
    }
}

impl From<Error> for Rejection {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, Reply::Fail.as_str()).into_response()
    }
}

/// Exactly `success` or `fail`.
impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        (StatusCode::from_u16(self.status()).unwrap_or_default(), self.as_str()).into_response()
    }
}

#[cfg(all(test, feature = "hyper", any(feature = "ring", feature = "aws-lc-rs")))]
mod tests {
    use super::*;
    use crate::Record;

    const KEY: &str = include_str!("../../../tests/data/test-keys/app_pkcs8.pem");
    const ALIPAY_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pkcs8.pem");
    const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pub.pem");

    #[derive(Record)]
    struct Paid {
        out_trade_no: String,
    }

    fn client() -> Client {
        let client = Client::builder("2021000000000001").private_key(KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
        client.build().unwrap()
    }

    fn signed(text: &str) -> String {
        use base64::Engine;
        let key = crate::key::PrivateKey::parse(ALIPAY_KEY).unwrap();
        let sign = crate::sign::KeySigner::new(&key).unwrap().sign_now(text.as_bytes()).unwrap();
        let sign = base64::prelude::BASE64_STANDARD.encode(sign).replace('+', "%2B");
        format!("{text}&sign_type=RSA2&sign={sign}")
    }

    async fn extract(request: http::request::Builder, body: Body) -> Result<Verified<Paid>, Rejection> {
        Verified::from_request(request.body(body).unwrap(), &client()).await
    }

    /// A body whose connection breaks.
    struct Broken;

    impl http_body::Body for Broken {
        type Data = bytes::Bytes;
        type Error = std::io::Error;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, std::io::Error>>> {
            std::task::Poll::Ready(Some(Err(std::io::ErrorKind::ConnectionReset.into())))
        }
    }

    async fn whole(response: Response) -> (u16, Vec<u8>) {
        let status = response.status().as_u16();
        (status, response.into_body().collect().await.unwrap().to_bytes().into())
    }

    #[tokio::test]
    async fn what_alipay_signed_is_extracted_from_bodies_and_queries() {
        let form = signed("app_id=2021000000000001&out_trade_no=1");
        let post = Request::post("/notify").header(CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8");
        let get = Request::get(format!("/back?{form}"));
        for (request, body) in [(post, Body::from(form)), (get, Body::empty())] {
            let paid = extract(request, body).await.unwrap();
            assert_eq!(paid.unchecked().out_trade_no, "1");
        }
    }

    #[tokio::test]
    async fn everything_else_is_answered_with_fail() {
        let form = signed("app_id=2021000000000001&out_trade_no=1");
        let unfit = signed("app_id=2021000000000001&trade_no=1");
        for (request, body, refusal) in [
            (Request::post("/"), Body::empty(), Refusal::Unsigned),
            (Request::post(format!("/?{form}")), Body::empty(), Refusal::Unsigned),
            (Request::get("/"), Body::from(form.clone()), Refusal::Unsigned),
            (Request::post("/"), Body::from(form.replace("no=1", "no=2")), Refusal::WrongSignature),
            (Request::post("/"), Body::from(unfit), Refusal::Unfit),
            (Request::post("/"), Body::from(form.repeat(10_000)), Refusal::TooLarge),
            (Request::post("/"), Body::new(Broken), Refusal::Interrupted),
        ] {
            let rejection = extract(request, body).await.unwrap_err();
            assert_eq!(rejection.error().refusal(), Some(refusal));
            assert_eq!(whole(rejection.into_response()).await, (400, b"fail".to_vec()));
        }
    }

    #[tokio::test]
    async fn replies_are_the_words_alone() {
        assert_eq!(whole(Reply::Success.into_response()).await, (200, b"success".to_vec()));
        assert_eq!(whole(Reply::Fail.into_response()).await, (500, b"fail".to_vec()));
    }
}
