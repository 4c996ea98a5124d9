//! What the client has to know of a method, declared or not.

use std::borrow::Cow;

use crate::api::Api;
use crate::error_code::{AnyCode, ErrorCode, ErrorTable};

/// The facts of one method.
pub(crate) struct Method {
    pub(super) name: Cow<'static, str>,
    pub(super) response_key: Cow<'static, str>,
    pub(super) in_progress: bool,
    pub(super) read_only: bool,
    pub(super) idempotent_by: Option<&'static str>,
    pub(super) encrypts: bool,
    pub(super) parameters: &'static [&'static str],
    pub(super) errors: &'static ErrorTable,
}

impl Method {
    pub(super) fn declared(api: &'static Api) -> Self {
        Self {
            name: Cow::Borrowed(api.method),
            response_key: Cow::Borrowed(api.response_key),
            in_progress: api.in_progress,
            read_only: api.read_only,
            idempotent_by: api.idempotent_by,
            encrypts: api.encrypts,
            parameters: api.parameters,
            errors: api.errors,
        }
    }

    /// A method known by its name alone. It may answer that it is in progress.
    pub(super) fn undeclared(name: String) -> Self {
        Self {
            response_key: Cow::Owned(format!("{}_response", name.replace('.', "_"))),
            name: Cow::Owned(name),
            in_progress: true,
            read_only: false,
            idempotent_by: None,
            encrypts: false,
            parameters: &[],
            errors: AnyCode::TABLE,
        }
    }
}
