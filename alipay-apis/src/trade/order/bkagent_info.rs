//! Trades through a bank.

use alipay_core::Record;

/// What a bank tells when it collects for its merchants. Left out in every other case.
#[derive(Record)]
#[non_exhaustive]
pub struct BkAgentReqInfo {
    /// The institution that collects.
    pub acq_code: Option<String>,

    /// Kind of the device.
    pub device_type: Option<String>,

    /// Where the device is.
    #[alipay(secret)]
    pub location: Option<String>,

    /// The merchant's number at the institution.
    pub merch_code: Option<String>,

    /// The device's serial number.
    pub serial_num: Option<String>,
}

/// What the institution gets to know, for trades through a bank.
#[derive(Record)]
#[non_exhaustive]
pub struct BkAgentRespInfo {
    /// Who clears: `01`, `02`, `03` and others.
    pub bindclrissr_id: Option<String>,

    /// The payer's institution, by the number that the clearing organisation gave it.
    pub bindpyeracctbk_id: Option<String>,

    /// Number of the original payment.
    pub bindtrx_id: Option<String>,

    /// A token for the payer's account at the bank.
    #[alipay(secret)]
    pub bkpyeruser_code: Option<String>,

    /// Where the device probably is.
    #[alipay(secret)]
    pub estter_location: Option<String>,
}
