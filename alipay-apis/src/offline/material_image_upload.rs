//! `alipay.offline.material.image.upload`: store a photo or a video of a shop.

use alipay_core::{ErrorCode, Record, Upload, alipay_api};

/// Stores a photo or a video of a shop and gives the number by which other methods name it.
///
/// The file is no part of what is signed. It is read while it is sent.
///
/// ```
/// use alipay_apis::offline::MaterialImageUpload;
/// use alipay_apis::{Client, Error, Upload};
///
/// async fn photo(client: &Client) -> Result<Option<String>, Error> {
///     let photo = Upload::from_path("shop.jpg");
///     let answer = MaterialImageUpload::new("jpg", "The shop from the street", photo).call(client).await?;
///     Ok(answer.image_id.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.offline.material.image.upload",
    response = MaterialImageUploadResponse,
    error = MaterialImageUploadError,
    docs = "https://opendocs.alipay.com/open/0af852ff_alipay.offline.material.image.upload",
)]
pub struct MaterialImageUpload {
    /// The kind of file by its ending, such as `jpg`, up to 8 characters.
    #[alipay(parameter, max_len = 8)]
    pub image_type: String,

    /// What it is called, up to 128 characters.
    #[alipay(parameter, max_len = 128)]
    pub image_name: String,

    /// The file, up to 5 MiB.
    #[alipay(max_bytes = 5_242_880)]
    pub image_content: Upload,

    /// The merchant to whom it belongs, up to 16 characters: its PID.
    #[alipay(parameter, max_len = 16)]
    pub image_pid: Option<String>,
}

/// The stored photo or video.
#[derive(Record)]
#[non_exhaustive]
pub struct MaterialImageUploadResponse {
    /// Number of the photo or video.
    pub image_id: Option<String>,

    /// Where it can be seen.
    pub image_url: Option<String>,
}

/// Business error codes of [`MaterialImageUpload`]. Those in lower case are of older days.
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum MaterialImageUploadError {
    /// A parameter is wrong.
    #[alipay(
        code = "isv.invalid-arguments",
        remedy = "Correct the parameter that sub_msg names, then send again.",
        retry = fix_input
    )]
    IsvInvalidArguments,
    /// The file is too large.
    #[alipay(code = "isv.exceed-max-size", remedy = "Send a smaller file.", retry = fix_input)]
    IsvExceedMaxSize,
    /// The file is of a kind that is not accepted. The platform spells it so.
    #[alipay(code = "isv.unknown-fomat", remedy = "Send another kind of file.", retry = fix_input)]
    IsvUnknownFormat,
    /// The platform does not want to show the picture.
    #[alipay(code = "isv.image-unsafe", remedy = "Send another picture.", retry = fix_input)]
    IsvImageUnsafe,
    /// Something failed inside the platform.
    #[alipay(code = "isv.unknown-error", remedy = "Send the file again after a pause.", retry = later)]
    IsvUnknownError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParam,
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the file again after a pause.", retry = later)]
    SystemError,
    /// The file is too large.
    #[alipay(remedy = "Send a smaller file.", retry = fix_input)]
    ExceedMaxSize,
    /// The file is of a kind that is not accepted.
    #[alipay(remedy = "Send another kind of file.", retry = fix_input)]
    UnknownFormat,
    /// What was sent is no such file.
    #[alipay(remedy = "Check the file and image_type, then send again.", retry = fix_input)]
    InvalidFileBytes,
    /// The room for files is used up.
    #[alipay(remedy = "Read sub_msg; repeating does not help.", retry = never)]
    CapacityExceeded,
    /// A code that the document does not list.
    Unknown(String),
}
