//! The `sub_code`s that every method may answer.

use crate::ErrorCode;
use crate::error_code::ErrorEntry;

/// Why the gateway itself, before or around the business, refused a call: the `sub_code`s that any
/// method may answer.
///
/// They are those of the platform's page of common error codes, and a few more that its gateway is
/// known to answer. The platform adds codes without notice. Get it from
/// [`Error::common_code`](crate::Error::common_code); the codes of one method are an enum of their own,
/// see [`Error::error_code`](crate::Error::error_code).
///
/// ```
/// use alipay_core::{CommonCode, ErrorCode, Retry};
///
/// let code = CommonCode::from_code("isv.app-call-limited");
/// assert_eq!(code, CommonCode::AppCallLimited);
/// assert_eq!(code.retry(), Some(Retry::Later));
/// assert_eq!(code.meaning(), "The application calls too often.");
/// ```
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum CommonCode {
    // With code 20000.
    /// The business behind the gateway is not available, and the outcome is unknown.
    #[alipay(
        code = "isp.unknow-error",
        remedy = "Ask for the outcome; repeat the same request only if it was not carried out.",
        retry = after_query,
    )]
    BusinessUnavailable,
    /// The gateway had an error of its own, and the outcome is unknown.
    #[alipay(
        code = "aop.unknow-error",
        remedy = "Ask for the outcome; repeat the same request only if it was not carried out.",
        retry = after_query,
    )]
    GatewayUnavailable,
    /// The payment system had an error, and the outcome is unknown.
    #[alipay(
        code = "aop.ACQ.SYSTEM_ERROR",
        remedy = "Ask for the outcome; repeat the same request only if it was not carried out.",
        retry = after_query,
    )]
    PaymentSystemError,

    // With code 20001.
    /// The user's token (`auth_token`) is not valid.
    #[alipay(
        code = "aop.invalid-auth-token",
        remedy = "Get a new token with the refresh token, or ask the user to authorise again.",
        retry = never,
    )]
    InvalidAuthToken,
    /// The user's token (`auth_token`) has expired.
    #[alipay(
        code = "aop.auth-token-time-out",
        remedy = "Get a new token with the refresh token, or ask the user to authorise again.",
        retry = never,
    )]
    AuthTokenExpired,
    /// The merchant's token (`app_auth_token`) is not valid for this application.
    #[alipay(
        code = "aop.invalid-app-auth-token",
        remedy = "Check that the merchant gave it to this application and has not taken it back; else have it given again.",
        retry = never,
    )]
    InvalidAppAuthToken,
    /// The merchant has not authorised this method.
    #[alipay(
        code = "aop.invalid-app-auth-token-no-api",
        remedy = "Ask the merchant to authorise again, with this method.",
        retry = never,
    )]
    AppAuthTokenWithoutMethod,
    /// The merchant's token (`app_auth_token`) has expired.
    #[alipay(
        code = "aop.app-auth-token-time-out",
        remedy = "Get a new token with the refresh token, or ask the merchant to authorise again.",
        retry = never,
    )]
    AppAuthTokenExpired,
    /// The merchant has signed up for no product.
    #[alipay(
        code = "aop.no-product-reg-by-partner",
        remedy = "The merchant has to sign up for the product on the platform.",
        retry = never,
    )]
    NoProduct,

    // With code 40001.
    /// The parameter `method` is missing.
    #[alipay(code = "isv.missing-method", remedy = "Send it.", retry = fix_input)]
    MissingMethod,
    /// The parameter `sign` is missing.
    #[alipay(code = "isv.missing-signature", remedy = "Send it; see whether a proxy drops it.", retry = fix_input)]
    MissingSignature,
    /// The parameter `sign_type` is missing.
    #[alipay(code = "isv.missing-signature-type", remedy = "Send it.", retry = fix_input)]
    MissingSignatureType,
    /// The platform has no public key of the application.
    #[alipay(
        code = "isv.missing-signature-key",
        remedy = "Upload the public key that belongs to your private key, on the application's page.",
        retry = never,
    )]
    MissingSignatureKey,
    /// The parameter `app_id` is missing.
    #[alipay(code = "isv.missing-app-id", remedy = "Send it.", retry = fix_input)]
    MissingAppId,
    /// The parameter `timestamp` is missing.
    #[alipay(code = "isv.missing-timestamp", remedy = "Send it.", retry = fix_input)]
    MissingTimestamp,
    /// The parameter `version` is missing.
    #[alipay(code = "isv.missing-version", remedy = "Send it.", retry = fix_input)]
    MissingVersion,
    /// The content is encrypted and the parameter `encrypt_type` is missing.
    #[alipay(code = "isv.decryption-error-missing-encrypt-type", remedy = "Send it.", retry = fix_input)]
    MissingEncryptType,

    // With code 40002.
    /// A parameter is not acceptable: its form, its value or its range.
    #[alipay(
        code = "isv.invalid-parameter",
        remedy = "`sub_msg` says which one; compare it with the method's page.",
        retry = fix_input,
    )]
    InvalidParameter,
    /// `biz_content` is no JSON that the gateway reads.
    #[alipay(code = "isv.illegal-json", remedy = "Correct `biz_content`.", retry = fix_input)]
    IllegalJson,
    /// The platform could not store the uploaded file.
    #[alipay(code = "isv.upload-fail", remedy = "Send it again after a pause.", retry = later)]
    UploadFailed,
    /// The file's name ends in a way that is not accepted.
    #[alipay(code = "isv.invalid-file-extension", remedy = "Send a kind of file that the method takes.", retry = fix_input)]
    InvalidFileExtension,
    /// The file's size is not accepted.
    #[alipay(code = "isv.invalid-file-size", remedy = "Send a smaller file.", retry = fix_input)]
    InvalidFileSize,
    /// There is no such method.
    #[alipay(
        code = "isv.invalid-method",
        remedy = "Check the method's name, and whether the sandbox has it.",
        retry = fix_input,
    )]
    InvalidMethod,
    /// The parameter `format` names one that the gateway does not know.
    #[alipay(code = "isv.invalid-format", remedy = "Send `json`.", retry = fix_input)]
    InvalidFormat,
    /// The parameter `sign_type` names one that the gateway does not know, or not for this application.
    #[alipay(
        code = "isv.invalid-signature-type",
        remedy = "Send the kind of signature that the application is set to, as a rule RSA2.",
        retry = fix_input,
    )]
    InvalidSignatureType,
    /// The gateway does not accept the request's signature.
    #[alipay(
        code = "isv.invalid-signature",
        remedy = "Check that gateway, app id and private key are of the same application, and that the platform has its public key.",
        retry = never,
    )]
    InvalidSignature,
    /// The parameter `encrypt_type` names one that the gateway does not know.
    #[alipay(code = "isv.invalid-encrypt-type", remedy = "Send `AES`.", retry = fix_input)]
    InvalidEncryptType,
    /// Something failed around the encryption of the content.
    #[alipay(
        code = "isv.invalid-encrypt",
        remedy = "Check the encryption key; ask for the outcome before you repeat the request.",
        retry = after_query,
    )]
    InvalidEncryption,
    /// The gateway has no application of this app id, or none that is online.
    #[alipay(
        code = "isv.invalid-app-id",
        remedy = "Check the app id, and that it is one of this gateway: sandbox and production have different ones.",
        retry = never,
    )]
    InvalidAppId,
    /// The gateway does not accept the request's timestamp.
    #[alipay(code = "isv.invalid-timestamp", remedy = "Set this computer's clock.", retry = fix_input)]
    InvalidTimestamp,
    /// The parameter `charset` names one that the gateway does not know.
    #[alipay(code = "isv.invalid-charset", remedy = "Send `utf-8` or `GBK`.", retry = fix_input)]
    InvalidCharset,
    /// The digest of a file is missing or wrong.
    #[alipay(code = "isv.invalid-digest", remedy = "Send the digest of the file as it is.", retry = fix_input)]
    InvalidDigest,
    /// The gateway does not know the kind of encryption.
    #[alipay(code = "isv.decryption-error-not-valid-encrypt-type", remedy = "Send `AES`.", retry = fix_input)]
    UnknownEncryptType,
    /// The platform has no usable encryption key of the application.
    #[alipay(
        code = "isv.decryption-error-not-valid-encrypt-key",
        remedy = "Set the encryption key on the application's page.",
        retry = never,
    )]
    InvalidEncryptKey,
    /// The gateway could not decrypt the content, and does not say why.
    #[alipay(
        code = "isv.decryption-error-unknown",
        remedy = "Check the encryption key; ask for the outcome before you repeat the request.",
        retry = after_query,
    )]
    DecryptionFailed,
    /// The platform has no public key or certificate of the application for this kind of signature.
    #[alipay(
        code = "isv.missing-signature-config",
        remedy = "Upload the public key or certificate on the application's page, for the `sign_type` that you use.",
        retry = never,
    )]
    MissingSignatureConfig,
    /// The method cannot be called for a merchant.
    #[alipay(code = "isv.not-support-app-auth", remedy = "Call it without `app_auth_token`.", retry = fix_input)]
    AppAuthNotSupported,
    /// The gateway takes the request for an attack.
    #[alipay(
        code = "isv.suspected-attack",
        remedy = "Keep names of the platform's parameters, such as `subject` or `total_fee`, out of the values.",
        retry = fix_input,
    )]
    SuspectedAttack,
    /// The method is switched off.
    #[alipay(code = "isv.forbidden-api", remedy = "See the method's page for its successor.", retry = never)]
    ForbiddenMethod,
    /// The parameter `app_cert_sn` is missing, and the method or the application needs it.
    #[alipay(code = "isv.missing-app-cert-sn", remedy = "Use certificates instead of bare keys.", retry = never)]
    MissingAppCertSn,
    /// The parameter `alipay_root_cert_sn` is missing, and the method or the application needs it.
    #[alipay(code = "isv.missing-alipay-root-cert-sn", remedy = "Use certificates instead of bare keys.", retry = never)]
    MissingAlipayRootCertSn,
    /// The parameter `alipay_root_cert_sn` is not that of the platform's roots.
    #[alipay(
        code = "isv.invalid-alipay-root-cert-sn",
        remedy = "Use the root certificates that the platform hands out now.",
        retry = never,
    )]
    InvalidAlipayRootCertSn,
    /// The platform does not know the application's certificate.
    #[alipay(
        code = "isv.app-cert-not-exist",
        remedy = "Use the certificate that the application's page shows.",
        retry = never,
    )]
    UnknownAppCert,
    /// The application's certificate has expired.
    #[alipay(code = "isv.app-cert-expired", remedy = "Renew it on the application's page.", retry = never)]
    AppCertExpired,
    /// The platform does not find its own certificate for the application.
    #[alipay(
        code = "isv.alipay-cert-not-exist",
        remedy = "Check the certificates on the application's page.",
        retry = never,
    )]
    UnknownAlipayCert,

    // With code 40003.
    /// The application is not online.
    #[alipay(
        code = "isv.not-online-app",
        remedy = "Put it online on the platform; until then only the sandbox answers.",
        retry = never,
    )]
    AppNotOnline,
    /// The merchant and the application are in no valid relation.
    #[alipay(code = "invalid-auth-relations", remedy = "Have the merchant authorise the application.", retry = never)]
    InvalidAuthRelations,

    // With code 40005.
    /// The application calls too often.
    #[alipay(code = "isv.app-call-limited", remedy = "Call less often, and go on after a pause.", retry = later)]
    AppCallLimited,
    /// The method is called too often.
    #[alipay(code = "isv.method-call-limited", remedy = "Call less often, and go on after a pause.", retry = later)]
    MethodCallLimited,

    // With code 40006.
    /// The application may not call this method.
    #[alipay(
        code = "isv.insufficient-isv-permissions",
        remedy = "Sign up for the product, add it to the application and put that online; check that the gateway is the right one.",
        retry = never,
    )]
    InsufficientAppPermission,
    /// The merchant or user for whom it was called may not call this method.
    #[alipay(
        code = "isv.insufficient-user-permissions",
        remedy = "The merchant has to sign up for the product, or authorise it.",
        retry = never,
    )]
    InsufficientUserPermission,
    /// The application may not call this method for itself.
    #[alipay(
        code = "isv.self-invoke-forbidden",
        remedy = "Call it for a merchant, with `app_auth_token`, or ask the platform to allow it.",
        retry = never,
    )]
    SelfCallForbidden,
    /// A code that is not common.
    Unknown(String),
}

impl CommonCode {
    /// The code, if it is one that every method may answer.
    pub(super) fn listed(sub_code: &str) -> Option<Self> {
        Self::row(sub_code).map(|_| Self::from_code(sub_code))
    }

    pub(super) fn row(sub_code: &str) -> Option<&'static ErrorEntry> {
        Self::TABLE.find(sub_code)
    }
}
