//! Lists the built-in packs' files, so that the program can embed them; it reads none of them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut list = String::from("&[\n");
    for kind in ["questions", "rubrics"] {
        let pack = Path::new(kind).join("rust");
        println!("cargo::rerun-if-changed={}", pack.display());
        let mut names: Vec<String> = fs::read_dir(root.join(&pack))?
            .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<_>>()?;
        names.retain(|name| name.ends_with(".json"));
        names.sort();
        for name in names {
            let path = root.join(&pack).join(&name);
            writeln!(list, "    ({:?}, include_str!({:?})),", format!("{kind}/rust/{name}"), path)
                .expect("a string takes every write");
        }
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("packs.rs"), list)
}
