using FailScope.Package.Tests.Packing;

[assembly: AssemblyFixture(typeof(PackedPackages))]
