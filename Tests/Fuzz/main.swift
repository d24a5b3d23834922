// fuzz READER [OPTION… FOLDER…]: libFuzzer over one reader, with its own options and its folder of samples.
//
// Built by `make fuzz` alone (Package.swift), with the coverage that libFuzzer is led by.
import CFuzzer
import Glibc

guard FuzzedReader.chosen != nil else {
    print("fuzz READER [OPTION… FOLDER…], READER one of: \(FuzzedReader.all.map(\.name).joined(separator: " "))")
    exit(64)
}
// libFuzzer's own options begin behind the name.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
        FuzzedReader.chosen?.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    }
)
