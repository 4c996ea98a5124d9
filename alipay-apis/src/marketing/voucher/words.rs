//! The lists of values.

use alipay_core::WireEnum;

/// Where a voucher's codes come from.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum CodeMode {
    /// From codes that the merchant uploads; each voucher that is issued takes one of them at random.
    MerchantUpload,
    /// From the call that issues the voucher, which names the code.
    MerchantApi,
    /// A word that the document does not list.
    Unknown(String),
}

/// What a voucher is worth to whom it is given.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum VoucherType {
    /// A fixed amount off an order of a certain size.
    FixVoucher,
    /// A part of the price off.
    DiscountVoucher,
    /// Goods at a special price.
    SpecialVoucher,
    /// Goods or a sum in exchange for the voucher.
    ExchangeVoucher,
    /// A word that the document does not list.
    Unknown(String),
}

/// How provider and merchant work together.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum BusinessType {
    /// The provider's own platform; for exchange vouchers only.
    Isv,
    /// The provider acts for the merchant.
    IsvForMerchant,
    /// A word that the document does not list.
    Unknown(String),
}

/// What a merchant is named by.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum MerchantIdType {
    /// The SMID of an indirect merchant, which must be bound to an Alipay PID.
    Smid,
    /// The PID of a direct merchant.
    Pid,
    /// A word that the document does not list.
    Unknown(String),
}

/// Who connects the merchant to the platform. The page only shows a sample; the list is known from
/// Alipay's SDKs.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum MerchantAccessMode {
    /// The merchant itself.
    SelfMode,
    /// An agent.
    AgencyMode,
    /// A word that the document does not list.
    Unknown(String),
}

/// The operation that is under way on an activity.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum ActivityOperationStatus {
    /// It is being created.
    Creating,
    /// It is being modified.
    Modifying,
    /// Budget is being appended.
    Appending,
    /// It is being ended. The platform spells it so.
    #[alipay(rename = "FINISHEING")]
    Finishing,
    /// A word that the document does not list.
    Unknown(String),
}

/// Whether an activity still issues vouchers.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum ActivityStatus {
    /// It does.
    Active,
    /// The merchant has ended it.
    Finished,
    /// A word that the document does not list.
    Unknown(String),
}

/// How vouchers reach their users.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum VoucherSendMode {
    /// They are sold.
    SaleMode,
    /// Users claim them.
    DirectSendMode,
    /// They come in a package.
    VoucherPackage,
    /// A word that the document does not list.
    Unknown(String),
}

/// Who keeps the money until a voucher is used.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum FundCustodyMode {
    /// Alipay, in escrow.
    Guarantee,
    /// A word that the document does not list.
    Unknown(String),
}

/// The period in which a limit for each user counts.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum LimitPeriodType {
    /// Each day.
    Day,
    /// Each week.
    Week,
    /// Each month.
    Month,
    /// The whole activity.
    LifeCycle,
    /// A word that the document does not list.
    Unknown(String),
}

/// What an exchange voucher is.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum ExchangeBizType {
    /// A group-buying voucher.
    GroupBuyExchangeVoucher,
    /// A voucher that stands for a sum of money.
    FixExchangeVoucher,
    /// A word that the document does not list.
    Unknown(String),
}

/// How the time is given in which a voucher can be used.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum PeriodType {
    /// From one date to another.
    Absolute,
    /// In days from when the user receives the voucher.
    Relative,
    /// A word that the document does not list.
    Unknown(String),
}

/// What the places are named by where a voucher can be used.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum AvailableScopeType {
    /// Shops.
    Shop,
    /// Cities.
    CityCode,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where users obtain a voucher.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum SendGuideMode {
    /// In a mini program.
    MiniApp,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where users spend a voucher.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum UseGuideMode {
    /// In a shop, with the voucher's code.
    OfflineCode,
    /// In a mini program.
    MiniApp,
    /// In a shop, with the payment code.
    ScanCode,
    /// The voucher is only shown.
    CanUse,
    /// A word that the document does not list.
    Unknown(String),
}

/// Why a shop was not taken into an activity.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum ShopFailReason {
    /// What is known about the shop is incomplete.
    ShopInfoNotPass,
    /// There is no such shop.
    ShopNotExist,
    /// The shop does not belong to the merchant.
    MerchantShopRelationNotExist,
    /// The activity does not have the shop.
    ActivityShopNotExist,
    /// A word that the document does not list.
    Unknown(String),
}

/// How an order was paid that a voucher belongs to.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum TradeChannel {
    /// With Alipay.
    ZhifubaoTradeChannel,
    /// With `WeChat` Pay.
    WxTradeChannel,
    /// In another way.
    OtherTradeChannel,
    /// A word that the document does not list.
    Unknown(String),
}
