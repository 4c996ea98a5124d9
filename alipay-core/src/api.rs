//! What a method is, beside the fields of its request.

use crate::error_code::{ErrorCode, ErrorTable};
use crate::record::Declared;
use crate::schema::Schema;

/// The facts of one method, for the code that is not generic over it.
#[derive(Debug)]
pub struct Api {
    /// The method's name, such as `alipay.trade.query`.
    pub method: &'static str,
    /// The member of the answer that holds the response: the name with `_` for `.`, then `_response`.
    pub response_key: &'static str,
    /// Where the platform documents it.
    pub docs: Option<&'static str>,
    /// The day the platform retired it (`yyyy-MM-dd`), if it did.
    pub retired: Option<&'static str>,
    /// `code` 10003 (accepted, in progress) is an answer of this method and not an error.
    pub in_progress: bool,
    /// It changes nothing: a question, which may be asked again.
    pub read_only: bool,
    /// The request field that makes a repeated call harmless, by its wire name.
    pub idempotent_by: Option<&'static str>,
    /// Who carries the request to the gateway.
    pub route: Route,
    /// The platform has the method's `biz_content` encrypted by default.
    pub encrypts: bool,
    /// The request fields that are sent beside `biz_content`, by their wire names.
    pub parameters: &'static [&'static str],
    /// Declaration of the request.
    pub request: fn() -> &'static Schema,
    /// Declaration of the response.
    pub response: fn() -> &'static Schema,
    /// The business error codes that the document lists.
    pub errors: &'static ErrorTable,
}

/// Who carries a request to the gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Route {
    /// The client itself; the answer comes back on the same connection.
    Call,
    /// The user's browser, which is sent to a page of Alipay's.
    Page,
    /// The app on the user's phone, which hands the text to Alipay's app.
    App,
}

/// A request of one method. Implemented by [`alipay_api`](macro@crate::alipay_api).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the request of an Alipay method",
    note = "declare it with `#[alipay_api(method = \"…\", response = …)]`"
)]
pub trait ApiRequest: Declared {
    /// The method's name, such as `alipay.trade.query`.
    const METHOD: &'static str;

    /// What the gateway answers.
    type Response: Declared;

    /// The method's business error codes.
    type ErrorCode: ErrorCode;

    /// The facts of the method.
    fn api() -> &'static Api;
}

/// A request that the client itself sends: most methods.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not sent by the client",
    label = "carried by the user's browser or app",
    note = "a page request has `.page(&client)`, an app's request `.order_string(&client)`"
)]
pub trait Callable: ApiRequest {}

/// A request that the user's browser carries, such as `alipay.trade.page.pay`: declared with `page`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not lead to a page of Alipay's",
    note = "most requests are sent by `.call(&client)`, those of an app by `.order_string(&client)`"
)]
pub trait PageRequest: ApiRequest {}

/// A request that the app on the user's phone carries, such as `alipay.trade.app.pay`: declared with
/// `app`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not for an app to carry",
    note = "most requests are sent by `.call(&client)`, those for a browser lead to a `.page(&client)`"
)]
pub trait AppRequest: ApiRequest {}
