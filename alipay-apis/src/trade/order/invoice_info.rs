//! The invoice.

use alipay_core::Record;

/// What the invoice needs.
#[derive(Record)]
#[non_exhaustive]
pub struct InvoiceInfo {
    /// What is invoiced, as a JSON list in a text.
    pub details: Option<String>,

    /// Who invoices.
    pub key_info: Option<InvoiceKeyInfo>,
}

/// Who invoices, and whether an invoice is possible.
#[derive(Record)]
#[non_exhaustive]
pub struct InvoiceKeyInfo {
    /// Short name of the merchant that invoices.
    pub invoice_merchant_name: Option<String>,

    /// Whether the trade can be invoiced.
    pub is_support_invoice: Option<bool>,

    /// The merchant's tax number.
    pub tax_num: Option<String>,
}
