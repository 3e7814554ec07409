//! Why a request could not be answered. One type: finer ones fall apart under composition.

/// Which one to use: `NotFound` for what is not there or not yours to see, `Forbidden` for what you may see and not do,
/// `Rejected` when the rules say no, `Internal` when something broke.
#[derive(Debug)]
pub enum Error {
    /// Nobody is signed in.
    Unauthenticated,
    /// No such thing, or not yours to see. The two look the same.
    NotFound,
    /// You may see it, and may not do this to it.
    Forbidden,
    /// The rules say no. The text is written for the person who asked.
    Rejected(String),
    /// Somebody changed it since this form was drawn.
    Stale,
    /// More is being asked of the program than it can answer right now.
    Busy,
    /// The disk is full; nothing was saved.
    NoRoom,
    /// More was sent at once than a form may hold.
    TooLarge,
    /// Something broke. The person sees an apology and an id, the log sees this.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

/// What most of the house returns.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Something broke, in words for the log.
    pub fn internal(words: impl Into<String>) -> Self {
        Self::Internal(words.into().into())
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unauthenticated => f.write_str("Nobody is signed in."),
            Self::NotFound => f.write_str("There is no such thing here."),
            Self::Forbidden => f.write_str("You may not do this."),
            Self::Rejected(words) => f.write_str(words),
            Self::Stale => f.write_str("Somebody changed this since you opened it."),
            Self::Busy => f.write_str("Too much is being asked right now. Try again in a moment."),
            Self::NoRoom => f.write_str("The disk is full. Nothing was saved."),
            Self::TooLarge => f.write_str("This is more than can be sent at once. Nothing was saved."),
            Self::Internal(cause) => write!(f, "Something broke: {cause}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Self {
        match cause.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::NoRoom,
            _ => Self::Internal(Box::new(cause)),
        }
    }
}

impl From<crate::values::Complaint> for Error {
    fn from(complaint: crate::values::Complaint) -> Self {
        Self::Rejected(complaint.0)
    }
}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Self {
        match cause.kind() {
            std::io::ErrorKind::StorageFull => Self::NoRoom,
            _ => Self::Internal(Box::new(cause)),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Self::Internal(Box::new(cause))
    }
}
