//! From typed tables and documents to formats. A format file knows no domain type.

pub mod csv;
<<<<<<< HEAD
pub mod html;
=======
pub mod ics;
>>>>>>> plan
pub mod json;
pub mod text;
