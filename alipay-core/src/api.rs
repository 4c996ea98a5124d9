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
    /// The request field that makes a repeated call harmless, by its wire name.
    pub idempotent_by: Option<&'static str>,
    /// Declaration of the request.
    pub request: fn() -> &'static Schema,
    /// Declaration of the response.
    pub response: fn() -> &'static Schema,
    /// The business error codes that the document lists.
    pub errors: &'static ErrorTable,
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
