package picture

const Version = version
