using System.Globalization;

namespace FailScope;

/// <summary>
/// Error numbers that providers defined themselves. The same number has different meanings in different places, so each row names both.
/// HTTP statuses used as codes are not included.
/// </summary>
internal static class NumberTable
{
    private static readonly Dictionary<(CodePlace Place, int Number), CodeRow> Rows = new()
    {
        // MiniMax: {"base_resp":{"status_code":1008}}
        [(CodePlace.BaseResp, 1001)] = new(FailureKind.Timeout),
        [(CodePlace.BaseResp, 1002)] = new(FailureKind.RateLimited),
        [(CodePlace.BaseResp, 1004)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.BaseResp, 1008)] = new(FailureKind.CreditExhausted),
        [(CodePlace.BaseResp, 1013)] = new(FailureKind.Overloaded),
        [(CodePlace.BaseResp, 1024)] = new(FailureKind.Overloaded),
        [(CodePlace.BaseResp, 1026)] = new(FailureKind.ContentFiltered),
        [(CodePlace.BaseResp, 1027)] = new(FailureKind.ContentFiltered),
        [(CodePlace.BaseResp, 1033)] = new(FailureKind.Overloaded),
        [(CodePlace.BaseResp, 1039)] = new(FailureKind.RateLimited),
        [(CodePlace.BaseResp, 1041)] = new(FailureKind.RateLimited),
        [(CodePlace.BaseResp, 1042)] = new(FailureKind.InvalidRequest),
        [(CodePlace.BaseResp, 2013)] = new(FailureKind.InvalidRequest, IsWeak: true),
        [(CodePlace.BaseResp, 2045)] = new(FailureKind.RateLimited),
        [(CodePlace.BaseResp, 2049)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.BaseResp, 2056)] = new(FailureKind.RateLimited),
        [(CodePlace.BaseResp, 2061)] = new(FailureKind.ModelUnavailable),

        // Zhipu, Z.ai: {"error":{"code":"1113"}}
        [(CodePlace.Error, 1000)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1001)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1002)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1003)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1004)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1100)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1110)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1111)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1112)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1113)] = new(FailureKind.CreditExhausted),
        [(CodePlace.Error, 1120)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1121)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Error, 1200)] = new(FailureKind.InvalidRequest, IsWeak: true),
        [(CodePlace.Error, 1210)] = new(FailureKind.InvalidRequest, IsWeak: true),
        [(CodePlace.Error, 1211)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Error, 1212)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Error, 1213)] = new(FailureKind.InvalidRequest),
        [(CodePlace.Error, 1214)] = new(FailureKind.InvalidRequest, IsWeak: true),
        [(CodePlace.Error, 1215)] = new(FailureKind.InvalidRequest),
        [(CodePlace.Error, 1220)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Error, 1221)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Error, 1222)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Error, 1230)] = new(FailureKind.Overloaded),
        [(CodePlace.Error, 1234)] = new(FailureKind.Overloaded),
        [(CodePlace.Error, 1261)] = new(FailureKind.ContextLengthExceeded),
        [(CodePlace.Error, 1300)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Error, 1301)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Error, 1302)] = new(FailureKind.RateLimited),
        [(CodePlace.Error, 1303)] = new(FailureKind.RateLimited),
        [(CodePlace.Error, 1304)] = new(FailureKind.RateLimited),
        [(CodePlace.Error, 1305)] = new(FailureKind.Overloaded),
        [(CodePlace.Error, 1308)] = new(FailureKind.UsageLimitReached),
        [(CodePlace.Error, 1309)] = new(FailureKind.CreditExhausted),
        [(CodePlace.Error, 1310)] = new(FailureKind.UsageLimitReached),
        [(CodePlace.Error, 1311)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Error, 1312)] = new(FailureKind.Overloaded),
        [(CodePlace.Error, 1313)] = new(FailureKind.RateLimited),

        // SiliconFlow: {"code":30001}
        [(CodePlace.Root, 20012)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Root, 20015)] = new(FailureKind.InvalidRequest, IsWeak: true),
        [(CodePlace.Root, 30001)] = new(FailureKind.CreditExhausted),
        [(CodePlace.Root, 30003)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Root, 30014)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.Root, 50505)] = new(FailureKind.Overloaded),
        [(CodePlace.Root, 50603)] = new(FailureKind.Overloaded),

        // Mistral: {"object":"error","code":"1500"}
        [(CodePlace.Root, 1300)] = new(FailureKind.RateLimited),
        [(CodePlace.Root, 1500)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Root, 3505)] = new(FailureKind.RateLimited),

        // Zhipu's older form: {"code":1113,"msg":…,"success":false}
        [(CodePlace.Root, 1113)] = new(FailureKind.CreditExhausted),
        [(CodePlace.Root, 1211)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.Root, 1261)] = new(FailureKind.ContextLengthExceeded),
        [(CodePlace.Root, 1301)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Root, 1302)] = new(FailureKind.RateLimited),
        [(CodePlace.Root, 1305)] = new(FailureKind.Overloaded),

        // Cloudflare: {"success":false,"errors":[{"code":3036}]}
        [(CodePlace.ErrorsItem, 3003)] = new(FailureKind.InvalidRequest),
        [(CodePlace.ErrorsItem, 3006)] = new(FailureKind.ContextLengthExceeded),
        [(CodePlace.ErrorsItem, 3007)] = new(FailureKind.Timeout),
        [(CodePlace.ErrorsItem, 3008)] = new(FailureKind.Timeout),
        [(CodePlace.ErrorsItem, 3023)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.ErrorsItem, 3036)] = new(FailureKind.CreditExhausted),
        [(CodePlace.ErrorsItem, 3039)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 3040)] = new(FailureKind.Overloaded),
        [(CodePlace.ErrorsItem, 3041)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 3042)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 5004)] = new(FailureKind.InvalidRequest),
        [(CodePlace.ErrorsItem, 5005)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 5007)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 5016)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 5018)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 7003)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.ErrorsItem, 9106)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.ErrorsItem, 9109)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.ErrorsItem, 10000)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.ErrorsItem, 10001)] = new(FailureKind.AuthenticationFailed),

        // Baidu Qianfan: {"error_code":17}
        [(CodePlace.RootErrorCode, 1)] = new(FailureKind.Overloaded),
        [(CodePlace.RootErrorCode, 2)] = new(FailureKind.Overloaded),
        [(CodePlace.RootErrorCode, 3)] = new(FailureKind.ModelUnavailable),
        [(CodePlace.RootErrorCode, 4)] = new(FailureKind.RateLimited),
        [(CodePlace.RootErrorCode, 6)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 13)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 14)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 15)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 17)] = new(FailureKind.UsageLimitReached),
        [(CodePlace.RootErrorCode, 18)] = new(FailureKind.RateLimited),
        [(CodePlace.RootErrorCode, 19)] = new(FailureKind.CreditExhausted),
        [(CodePlace.RootErrorCode, 100)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 110)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 111)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 336000)] = new(FailureKind.Overloaded),
        [(CodePlace.RootErrorCode, 336003)] = new(FailureKind.InvalidRequest),
        [(CodePlace.RootErrorCode, 336005)] = new(FailureKind.AuthenticationFailed),
        [(CodePlace.RootErrorCode, 336100)] = new(FailureKind.Overloaded),
        [(CodePlace.RootErrorCode, 336103)] = new(FailureKind.ContextLengthExceeded),
        [(CodePlace.RootErrorCode, 336007)] = new(FailureKind.ContextLengthExceeded),
        [(CodePlace.RootErrorCode, 336104)] = new(FailureKind.InvalidRequest),
        [(CodePlace.RootErrorCode, 336501)] = new(FailureKind.RateLimited),
        [(CodePlace.RootErrorCode, 336502)] = new(FailureKind.RateLimited),
        [(CodePlace.RootErrorCode, 336503)] = new(FailureKind.RateLimited),

        // iFlytek Spark over its OpenAI-compatible API: {"error":{"code":"11200"}}
        [(CodePlace.Error, 10007)] = new(FailureKind.RateLimited),
        [(CodePlace.Error, 10013)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Error, 10014)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Error, 10907)] = new(FailureKind.ContextLengthExceeded),
        [(CodePlace.Error, 11200)] = new(FailureKind.CreditExhausted),
        [(CodePlace.Error, 11201)] = new(FailureKind.RateLimited),
        [(CodePlace.Error, 11202)] = new(FailureKind.RateLimited),
        [(CodePlace.Error, 11203)] = new(FailureKind.RateLimited),

        // iFlytek Spark: {"header":{"code":11200}}
        [(CodePlace.Header, 10007)] = new(FailureKind.RateLimited),
        [(CodePlace.Header, 10008)] = new(FailureKind.Overloaded),
        [(CodePlace.Header, 10010)] = new(FailureKind.Overloaded),
        [(CodePlace.Header, 10013)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Header, 10014)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Header, 10019)] = new(FailureKind.ContentFiltered),
        [(CodePlace.Header, 10110)] = new(FailureKind.Overloaded),
        [(CodePlace.Header, 10907)] = new(FailureKind.ContextLengthExceeded),
        [(CodePlace.Header, 11200)] = new(FailureKind.CreditExhausted),
        [(CodePlace.Header, 11201)] = new(FailureKind.RateLimited),
        [(CodePlace.Header, 11202)] = new(FailureKind.RateLimited),
        [(CodePlace.Header, 11203)] = new(FailureKind.RateLimited),
    };

    internal static bool TryFind(in StatedCode code, out CodeRow row)
    {
        row = default;
        return int.TryParse(code.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && Rows.TryGetValue((code.Place, number), out row);
    }
}
