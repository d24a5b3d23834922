import COpen
import Glibc

/// Files of file systems that the kernel makes up: reading one asks it for something, may wait, and may never end.
func isMadeByKernel(_ descriptor: Int32) -> Bool {
    var system = statfs()
    guard fstatfs(descriptor, &system) == 0 else { return false }
    return kernelFileSystems.contains(UInt32(truncatingIfNeeded: system.f_type))
}

/// proc, sysfs, debugfs, tracefs, securityfs (linux/magic.h).
private let kernelFileSystems: Set<UInt32> = [0x9FA0, 0x6265_6572, 0x6462_6720, 0x7472_6163, 0x7363_6673]
