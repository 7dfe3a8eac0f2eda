//! Threads that outlive no fork.
//!
//! Spark and `multiprocessing` copy a process that may have threads, and only the one that asked for it lives on in the
//! copy: a pool made before would wait for ever. So pools are kept by process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::PyResult;
use pyo3::exceptions::PyRuntimeError;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The process that the pools are of, and the pools by how many threads they have.
type Pools = (u32, HashMap<usize, Arc<ThreadPool>>);

static POOLS: Mutex<Option<Pools>> = Mutex::new(None);

/// Runs `work` on a pool of so many threads; 0 is one a core, or what RAYON_NUM_THREADS says.
pub(crate) fn run<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    Ok(pool(threads)?.install(work))
}

fn pool(threads: usize) -> PyResult<Arc<ThreadPool>> {
    let mut kept = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    let here = std::process::id();
    if kept.as_ref().is_none_or(|(process, _)| *process != here) {
        // Dropping the pools of another process would wait for threads that are not here.
        std::mem::forget(kept.replace((here, HashMap::new())));
    }
    let (_, pools) = kept.as_mut().expect("set above");
    if let Some(pool) = pools.get(&threads) {
        return Ok(Arc::clone(pool));
    }
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|i| format!("whosaid-{i}"))
        .build()
        .map_err(|error| PyRuntimeError::new_err(format!("no threads can be started: {error}")))?;
    let pool = Arc::new(pool);
    pools.insert(threads, Arc::clone(&pool));
    Ok(pool)
}
