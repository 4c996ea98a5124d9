//! The common parameters that a client may set for all its calls, and each call for itself.

/// The parameters, in the order in which Alipay's documents usually have them.
#[derive(Clone, Copy)]
pub(crate) enum Common {
    NotifyUrl,
    ReturnUrl,
    AppAuthToken,
    AuthToken,
    ProdCode,
    TerminalType,
    TerminalInfo,
    TargetAppId,
    WsServiceUrl,
    AlipaySdk,
}

/// Their names on the wire, in the same order.
pub(crate) const NAMES: [&str; 10] = [
    "notify_url",
    "return_url",
    "app_auth_token",
    "auth_token",
    "prod_code",
    "terminal_type",
    "terminal_info",
    "target_app_id",
    "ws_service_url",
    "alipay_sdk",
];

/// What was set. `Some("")` is set too: it keeps the client's value from the call.
#[derive(Clone, Default)]
pub(crate) struct CommonParameters([Option<String>; NAMES.len()]);

impl CommonParameters {
    pub(crate) fn set(&mut self, parameter: Common, value: String) {
        if let Some(place) = self.0.get_mut(parameter as usize) {
            *place = Some(value);
        }
    }

    /// Nothing of the client's but its `alipay_sdk`.
    pub(super) fn only_alipay_sdk() -> Self {
        Self(NAMES.map(|name| (name != "alipay_sdk").then(String::new)))
    }

    /// Names and values, of each what the call says or else what the client does.
    pub(super) fn or<'a>(&'a self, client: &'a Self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let values = self.0.iter().zip(&client.0).map(|(call, client)| call.as_ref().or(client.as_ref()));
        NAMES.into_iter().zip(values).filter_map(|(name, value)| Some((name, value?.as_str())))
    }
}

/// The setters of the common parameters, for a builder that holds its [`CommonParameters`] in this place.
macro_rules! common_setters {
    ($($place:ident).+) => {
        /// Where Alipay posts its notifications about this (`notify_url`).
        pub fn notify_url(self, url: impl Into<String>) -> Self {
            self.common($crate::client::Common::NotifyUrl, url.into())
        }

        /// Where Alipay sends the user's browser back to (`return_url`).
        pub fn return_url(self, url: impl Into<String>) -> Self {
            self.common($crate::client::Common::ReturnUrl, url.into())
        }

        /// Acts for the merchant who gave this token to the application (`app_auth_token`).
        pub fn app_auth_token(self, token: impl Into<$crate::AppAuthToken>) -> Self {
            self.common($crate::client::Common::AppAuthToken, token.into().into_string())
        }

        /// Acts for the user who gave this token (`auth_token`).
        pub fn auth_token(self, token: impl Into<String>) -> Self {
            self.common($crate::client::Common::AuthToken, token.into())
        }

        /// The product under which the application signed up, for methods that ask for it (`prod_code`).
        pub fn prod_code(self, code: impl Into<String>) -> Self {
            self.common($crate::client::Common::ProdCode, code.into())
        }

        /// The kind of terminal from which the request comes (`terminal_type`).
        pub fn terminal_type(self, kind: impl Into<String>) -> Self {
            self.common($crate::client::Common::TerminalType, kind.into())
        }

        /// More about the terminal (`terminal_info`).
        pub fn terminal_info(self, info: impl Into<String>) -> Self {
            self.common($crate::client::Common::TerminalInfo, info.into())
        }

        /// The application that the request is about, if not the caller's own (`target_app_id`).
        pub fn target_app_id(self, app_id: impl Into<String>) -> Self {
            self.common($crate::client::Common::TargetAppId, app_id.into())
        }

        /// The address of the merchant's own service, for methods that ask for it (`ws_service_url`).
        pub fn ws_service_url(self, url: impl Into<String>) -> Self {
            self.common($crate::client::Common::WsServiceUrl, url.into())
        }

        /// How the calling software names itself to the platform (`alipay_sdk`); not sent unless set.
        pub fn alipay_sdk(self, name: impl Into<String>) -> Self {
            self.common($crate::client::Common::AlipaySdk, name.into())
        }

        fn common(mut self, parameter: $crate::client::Common, value: String) -> Self {
            self.$($place).+.set(parameter, value);
            self
        }
    };
}

pub(crate) use common_setters;
