//! `alipay.user.certify.open.initialize`: a user's identity is to be certified.

use alipay_core::{ErrorCode, OpenId, Record, UserId, WireEnum, alipay_api};

/// Begins to certify that a user is who the user says, and gives the number with which the user is sent
/// to Alipay by [`CertifyOpenCertify`](super::CertifyOpenCertify).
///
/// ```
/// use alipay_apis::user::certify_open_initialize::{
///     BizCode, CertType, IdentityType, OpenCertifyIdentityParam, OpenCertifyMerchantConfig,
/// };
/// use alipay_apis::user::{CertifyOpenCertify, CertifyOpenInitialize};
/// use alipay_apis::{Client, Error};
///
/// async fn certify(client: &Client, order: &str, name: &str, number: &str) -> Result<String, Error> {
///     let person = OpenCertifyIdentityParam::new()
///         .identity_type(IdentityType::CertInfo)
///         .cert_type(CertType::IdentityCard)
///         .cert_name(name)
///         .cert_no(number);
///     let shop = OpenCertifyMerchantConfig::new().return_url("https://shop.example/certified");
///     let certification = CertifyOpenInitialize::new(order, BizCode::Face, person, shop).call(client).await?;
///     CertifyOpenCertify::new(&certification.certify_id).page(client).url().await
/// }
/// ```
#[alipay_api(
    method = "alipay.user.certify.open.initialize",
    response = CertifyOpenInitializeResponse,
    error = CertifyOpenInitializeError,
    docs = "https://opendocs.alipay.com/apis/api_2/alipay.user.certify.open.initialize",
)]
pub struct CertifyOpenInitialize {
    /// Your number of the certification, one for each: 32 letters and digits.
    #[alipay(max_len = 32)]
    pub outer_order_no: String,

    /// By what the user is certified, as the contract with Alipay says.
    #[alipay(max_len = 32)]
    pub biz_code: BizCode,

    /// Who the user says to be.
    pub identity_param: OpenCertifyIdentityParam,

    /// What is particular to the merchant.
    pub merchant_config: OpenCertifyMerchantConfig,

    /// A picture with which the user's face is compared, in base64, up to 1,048,576 characters. Never
    /// printed.
    #[alipay(max_len = 1_048_576, secret)]
    pub face_contrast_picture: Option<String>,
}

/// By what a user is certified.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum BizCode {
    /// By the face.
    Face,
    /// By the identity document.
    CertPhoto,
    /// By both.
    CertPhotoFace,
    /// By what Alipay knows already, and the face where that does not suffice.
    SmartFace,
    /// A word that the document does not list.
    Unknown(String),
}

/// Who the user says to be. Never printed.
#[derive(Record)]
#[non_exhaustive]
pub struct OpenCertifyIdentityParam {
    /// A digest of name and document, in their place.
    #[alipay(secret)]
    pub cert_digest: Option<String>,

    /// The real name. Needed for [`CertInfo`](IdentityType::CertInfo).
    #[alipay(secret, advise(required_if(identity_type == IdentityType::CertInfo && absent(cert_digest))))]
    pub cert_name: Option<String>,

    /// Number of the identity document. Needed for [`CertInfo`](IdentityType::CertInfo).
    #[alipay(secret, advise(required_if(identity_type == IdentityType::CertInfo && absent(cert_digest))))]
    pub cert_no: Option<String>,

    /// Kind of that document. Needed for [`CertInfo`](IdentityType::CertInfo).
    #[alipay(secret, advise(required_if(identity_type == IdentityType::CertInfo && absent(cert_digest))))]
    pub cert_type: Option<CertType>,

    /// A picture of the face, in base64, to compare without the user.
    #[alipay(secret)]
    pub facial_picture_front: Option<String>,

    /// For whom the question is.
    pub identity_type: Option<IdentityType>,

    /// The user, as this application knows the user.
    #[alipay(secret)]
    pub open_id: Option<OpenId>,

    /// The user's mobile number.
    #[alipay(secret)]
    pub phone_no: Option<String>,

    /// The user's Alipay user id.
    #[alipay(secret)]
    pub user_id: Option<UserId>,
}

/// For whom the question is.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum IdentityType {
    /// For the user.
    CertInfo,
    /// For somebody else, for whom the user acts.
    AgentCertInfo,
    /// A word that the document does not list.
    Unknown(String),
}

/// Kind of an identity document.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum CertType {
    /// Identity card of the mainland.
    IdentityCard,
    /// Travel permit to the mainland of somebody from Hong Kong or Macao.
    HomeVisitPermitHkMc,
    /// Travel permit to the mainland of somebody from Taiwan.
    HomeVisitPermitTaiwan,
    /// Residence permit of somebody from Hong Kong or Macao.
    ResidencePermitHkMc,
    /// Residence permit of somebody from Taiwan.
    ResidencePermitTaiwan,
    /// Permanent residence permit of a foreigner.
    PermanentResidenceForeigner,
    /// A word that the document does not list.
    Unknown(String),
}

/// What is particular to the merchant.
#[derive(Record)]
#[non_exhaustive]
pub struct OpenCertifyMerchantConfig {
    /// What the user is asked to let be known. Not documented; known from Alipay's SDKs, as all but
    /// [`return_url`](Self::return_url).
    pub auth_scope: Option<String>,

    /// How the user is asked.
    pub auth_type: Option<String>,

    /// Whether the picture of the face is kept.
    pub face_reserve_strategy: Option<String>,

    /// How good the picture of the face has to be.
    pub facial_picture_level: Option<String>,

    /// The application of the merchant for whom this is done.
    pub linked_merchant_app_id: Option<String>,

    /// Where that merchant's logo is.
    pub linked_merchant_logo_url: Option<String>,

    /// That merchant's name.
    pub linked_merchant_name: Option<String>,

    /// Whether the answer to [`CertifyOpenQuery`](super::CertifyOpenQuery) shall hold the picture of the
    /// face.
    pub out_put_facial_picture: Option<bool>,

    /// Where the user comes back to. The coming back proves nothing: query.
    pub return_url: Option<String>,
}

/// The certification that began.
#[derive(Record)]
#[non_exhaustive]
pub struct CertifyOpenInitializeResponse {
    /// Alipay's number of the certification.
    pub certify_id: String,
}

/// Business error codes of [`CertifyOpenInitialize`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum CertifyOpenInitializeError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send it again after a pause.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    IllegalArgumentFormat,
    /// The merchant's contract about certification is not in force.
    #[alipay(remedy = "Check the contract with Alipay, and that it covers biz_code.", retry = never)]
    ArrangementStatusError,
    /// Something failed, and nobody says what.
    #[alipay(remedy = "Send it again after a pause; ask Alipay's support if that does not help.", retry = later)]
    UnknownError,
    /// A code that the document does not list.
    Unknown(String),
}
