//! Who has to pay: what Alipay checks about the buyer.

use alipay_core::Record;

/// What Alipay checks about the buyer. Nothing of it is printed.
#[derive(Record)]
#[non_exhaustive]
pub struct ExtUserInfo {
    /// Number of the buyer's identity document. Checked when
    /// [`need_check_info`](Self::need_check_info) or [`fix_buyer`](Self::fix_buyer) is `T`.
    #[alipay(secret)]
    pub cert_no: Option<String>,

    /// Kind of that document, such as `IDENTITY_CARD`, `PASSPORT` or
    /// `PERMANENT_RESIDENCE_FOREIGNER`.
    #[alipay(secret)]
    pub cert_type: Option<String>,

    /// `T` has name, kind and number of the document checked, all three of which must then be
    /// given; `F`, or nothing, does not.
    pub fix_buyer: Option<String>,

    /// SHA-256 over the buyer's name followed by the document's number, in the place of both as
    /// they are. Ignored when one of them is given.
    #[alipay(secret)]
    pub identity_hash: Option<String>,

    /// The least age of the buyer in years, a whole number as text. Checked when
    /// [`need_check_info`](Self::need_check_info) is `T`.
    pub min_age: Option<String>,

    /// The buyer's mobile number. Not checked at present.
    #[alipay(secret)]
    pub mobile: Option<String>,

    /// The buyer's name. Checked when [`need_check_info`](Self::need_check_info) or
    /// [`fix_buyer`](Self::fix_buyer) is `T`.
    #[alipay(secret)]
    pub name: Option<String>,

    /// `T` has checked what is given here, and the payment fails where something differs; `F`, or
    /// nothing, checks nothing.
    pub need_check_info: Option<String>,
}
