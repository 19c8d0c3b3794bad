<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>document::Clipboard</name>
    <message>
        <source>The clipboard holds no steps.</source>
        <translation>剪贴板中没有步骤。</translation>
    </message>
</context>
<context>
    <name>document::ProjectDocument</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>User share</source>
        <translation>用户占比</translation>
    </message>
    <message>
        <source>Throughput limit</source>
        <translation>吞吐量上限</translation>
    </message>
    <message>
        <source>Rendezvous</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Plugin request</source>
        <translation>插件请求</translation>
    </message>
    <message>
        <source>Rename directory “%1”</source>
        <translation>重命名目录“%1”</translation>
    </message>
    <message>
        <source>Rename case “%1”</source>
        <translation>重命名用例“%1”</translation>
    </message>
    <message>
        <source>Rename step “%1”</source>
        <translation>重命名步骤“%1”</translation>
    </message>
    <message>
        <source>Rename task “%1”</source>
        <translation>重命名任务“%1”</translation>
    </message>
    <message>
        <source>Rename transaction “%1”</source>
        <translation>重命名事务“%1”</translation>
    </message>
    <message>
        <source>Rename variable “%1”</source>
        <translation>重命名变量“%1”</translation>
    </message>
    <message>
        <source>Switch on “%1”</source>
        <translation>启用“%1”</translation>
    </message>
    <message>
        <source>Switch off “%1”</source>
        <translation>禁用“%1”</translation>
    </message>
    <message>
        <source>Add task “%1”</source>
        <translation>添加任务“%1”</translation>
    </message>
    <message>
        <source>Add transaction “%1”</source>
        <translation>添加事务“%1”</translation>
    </message>
    <message>
        <source>Rename project “%1”</source>
        <translation>重命名工程“%1”</translation>
    </message>
    <message>
        <source>Describe the project</source>
        <translation>修改工程描述</translation>
    </message>
    <message>
        <source>Move directory “%1”</source>
        <translation>移动目录“%1”</translation>
    </message>
    <message>
        <source>Move case “%1”</source>
        <translation>移动用例“%1”</translation>
    </message>
    <message>
        <source>Move step “%1”</source>
        <translation>移动步骤“%1”</translation>
    </message>
    <message>
        <source>Add directory “%1”</source>
        <translation>添加目录“%1”</translation>
    </message>
    <message>
        <source>Add case “%1”</source>
        <translation>添加用例“%1”</translation>
    </message>
    <message>
        <source>Add step to “%1”</source>
        <translation>向“%1”添加步骤</translation>
    </message>
    <message>
        <source>Add %1 steps to “%2”</source>
        <translation>向“%2”添加 %1 个步骤</translation>
    </message>
    <message>
        <source>Delete directory “%1”</source>
        <translation>删除目录“%1”</translation>
    </message>
    <message>
        <source>Delete case “%1”</source>
        <translation>删除用例“%1”</translation>
    </message>
    <message>
        <source>Delete task “%1”</source>
        <translation>删除任务“%1”</translation>
    </message>
    <message>
        <source>Delete transaction “%1”</source>
        <translation>删除事务“%1”</translation>
    </message>
    <message>
        <source>Delete step “%1”</source>
        <translation>删除步骤“%1”</translation>
    </message>
    <message>
        <source>Delete variable “%1”</source>
        <translation>删除变量“%1”</translation>
    </message>
    <message>
        <source>Delete %1 items</source>
        <translation>删除 %1 项</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Move %1 items</source>
        <translation>移动 %1 项</translation>
    </message>
</context>
<context>
    <name>domain::JsonReader</name>
    <message>
        <source>%1: must be a text.</source>
        <translation>%1：必须是文本。</translation>
    </message>
    <message>
        <source>%1: must be a number.</source>
        <translation>%1：必须是数字。</translation>
    </message>
    <message>
        <source>%1: must be a whole number from %2 to %3.</source>
        <translation>%1：必须是 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>%1: must be true or false.</source>
        <translation>%1：必须是 true 或 false。</translation>
    </message>
    <message>
        <source>%1: must be a list.</source>
        <translation>%1：必须是列表。</translation>
    </message>
    <message>
        <source>%1: must be an object.</source>
        <translation>%1：必须是对象。</translation>
    </message>
    <message>
        <source>bodys: must be a list.</source>
        <translation>bodys：必须是列表。</translation>
    </message>
    <message>
        <source>protocol_type: %1 is not a known protocol.</source>
        <translation>protocol_type：%1 不是已知协议。</translation>
    </message>
    <message>
        <source>body_type: 2 is not a known kind of body.</source>
        <translation>body_type：2 不是已知的请求体类型。</translation>
    </message>
    <message>
        <source>on_failure: must be "continue" or "end_iteration".</source>
        <translation>on_failure：必须是 "continue" 或 "end_iteration"。</translation>
    </message>
    <message>
        <source>rule: must be "AND" or "OR".</source>
        <translation>rule：必须是 "AND" 或 "OR"。</translation>
    </message>
    <message>
        <source>variable_type: 4 is not a known kind of variable.</source>
        <translation>variable_type：4 不是已知的变量类型。</translation>
    </message>
    <message>
        <source>variable: must be a list.</source>
        <translation>variable：必须是列表。</translation>
    </message>
    <message>
        <source>case_id_list[%1]: must be the id of a case.</source>
        <translation>case_id_list[%1]：必须是用例 id。</translation>
    </message>
    <message>
        <source>values.%1: must be a text.</source>
        <translation>values.%1：必须是文本。</translation>
    </message>
    <message>
        <source>%1[%2]: the id %3 is used twice.</source>
        <translation>%1[%2]：id %3 重复使用。</translation>
    </message>
    <message>
        <source>directories[%1].parent_id: the directory lies in itself.</source>
        <translation>directories[%1].parent_id：目录位于自身之中。</translation>
    </message>
    <message>
        <source>%1 is damaged: line %2 is not JSON (%3).</source>
        <translation>%1 已损坏：第 %2 行不是 JSON（%3）。</translation>
    </message>
    <message>
        <source>%1 is not a Crescendo project: it holds no JSON object.</source>
        <translation>%1 不是 Crescendo 工程：其中没有 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 is not a Crescendo project: its “format” is not “crescendo-project”.</source>
        <translation>%1 不是 Crescendo 工程：其“format”不是“crescendo-project”。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Crescendo (file version %2).</source>
        <translation>%1 由更新版本的 Crescendo 写成（文件版本 %2）。</translation>
    </message>
    <message>
        <source>%1 is damaged at %2</source>
        <translation>%1 在 %2 处损坏</translation>
    </message>
    <message>
        <source>%1: must be one of %2.</source>
        <translation>%1：必须是 %2 之一。</translation>
    </message>
    <message>
        <source>“%1” is not a threshold: write it as p95&lt;300, or NAME: p95&lt;300.</source>
        <translation>“%1”不是阈值：请写成 p95&lt;300 或 NAME: p95&lt;300。</translation>
    </message>
    <message>
        <source>“%1” is not a figure a threshold can look at: choose one of %2.</source>
        <translation>“%1”不是阈值可用的指标：请选择 %2 之一。</translation>
    </message>
    <message>
        <source>comparison: must be one of &lt; &lt;= &gt; &gt;= =.</source>
        <translation>comparison：必须是 &lt; &lt;= &gt; &gt;= = 之一。</translation>
    </message>
    <message>
        <source>contents: instructions are nested deeper than ten levels.</source>
        <translation>contents：指令嵌套超过十层。</translation>
    </message>
    <message>
        <source>data_type: %1 is not a known kind of step.</source>
        <translation>data_type：%1 不是已知的步骤类型。</translation>
    </message>
    <message>
        <source>content_type: must be a whole number from 1 to 4.</source>
        <translation>content_type：必须是 1 到 4 的整数。</translation>
    </message>
    <message>
        <source>content: holds more than one request.</source>
        <translation>content：包含多个请求。</translation>
    </message>
    <message>
        <source>[%1]: must be an object.</source>
        <translation>[%1]：必须是对象。</translation>
    </message>
    <message>
        <source>type: must be "basic" or "bearer".</source>
        <translation>type：必须是 "basic" 或 "bearer"。</translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation>必须是对象。</translation>
    </message>
    <message>
        <source>relation: must be "AND" or "OR".</source>
        <translation>relation：必须是 "AND" 或 "OR"。</translation>
    </message>
    <message>
        <source>rounding: “%1” is not a way to round.</source>
        <translation>rounding：“%1”不是取整方式。</translation>
    </message>
    <message>
        <source>type: must be "fixed" or "random".</source>
        <translation>type：必须是 "fixed" 或 "random"。</translation>
    </message>
    <message>
        <source>params.%1: must be a text.</source>
        <translation>params.%1：必须是文本。</translation>
    </message>
</context>
<context>
    <name>domain::Validation</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>The case has no stage: add one to say how much load it makes.</source>
        <translation>用例没有阶段：请添加一个以说明负载大小。</translation>
    </message>
    <message>
        <source>A case has at most 1,000 stages, this one has %1.</source>
        <translation>一个用例最多 1,000 个阶段，此用例有 %1 个。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>The case sends nothing: add a request.</source>
        <translation>用例不发送任何请求：请添加请求。</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>The stage needs a duration of at least one second.</source>
        <translation>阶段时长至少为一秒。</translation>
    </message>
    <message>
        <source>The stage needs at least one virtual user.</source>
        <translation>阶段至少需要一个虚拟用户。</translation>
    </message>
    <message>
        <source>The rate must be above 0 starts a second.</source>
        <translation>速率必须大于每秒 0 次启动。</translation>
    </message>
    <message>
        <source>%1 passes are fewer than the %2 virtual users: raise the count or lower the users.</source>
        <translation>%1 次执行少于 %2 个虚拟用户：请增加次数或减少用户。</translation>
    </message>
    <message>
        <source>The minimum must be at least 1 and not above the maximum.</source>
        <translation>最小值至少为 1 且不能大于最大值。</translation>
    </message>
    <message>
        <source>The number of periods must be at least 1.</source>
        <translation>周期数至少为 1。</translation>
    </message>
    <message>
        <source>The top of a surge must be shorter than its period.</source>
        <translation>浪涌峰顶必须短于其周期。</translation>
    </message>
    <message>
        <source>Smart peak needs a step of at least one user and one second.</source>
        <translation>智能摸高的步长至少为一个用户、一秒。</translation>
    </message>
    <message>
        <source>The transaction %1 is not in the library.</source>
        <translation>事务 %1 不在事务库中。</translation>
    </message>
    <message>
        <source>Share of users</source>
        <translation>并发权重</translation>
    </message>
    <message>
        <source>The weight of a branch must be from 1 to 10,000.</source>
        <translation>分支权重应为 1 到 10,000。</translation>
    </message>
    <message>
        <source>unnamed request</source>
        <translation>未命名请求</translation>
    </message>
    <message>
        <source>The request has no URL.</source>
        <translation>请求没有 URL。</translation>
    </message>
    <message>
        <source>“%1” is not a URL: it must start with http:// or https:// and name a host.</source>
        <translation>“%1”不是 URL：必须以 http:// 或 https:// 开头并包含主机名。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>“%1” is not a method.</source>
        <translation>“%1”不是方法。</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>“%1” is not a header name.</source>
        <translation>“%1”不是请求头名称。</translation>
    </message>
    <message>
        <source>The value of “%1” must not hold a line break.</source>
        <translation>“%1”的值不能包含换行。</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时设置</translation>
    </message>
    <message>
        <source>Timeouts must be from 20 ms to 5 minutes.</source>
        <translation>超时应为 20 ms 到 5 分钟。</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>${%1} is not known; it is sent as written.</source>
        <translation>${%1} 未定义，将原样发送。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Two tasks have the name “%1”.</source>
        <translation>有两个任务都名为“%1”。</translation>
    </message>
    <message>
        <source>The task has no case.</source>
        <translation>任务没有用例。</translation>
    </message>
    <message>
        <source>The task names case %1, which does not exist.</source>
        <translation>任务引用的用例 %1 不存在。</translation>
    </message>
</context>
<context>
    <name>exchange::ProjectFolder</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is too large for a project file.</source>
        <translation>“%1”对工程文件来说过大。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it must hold a list.</source>
        <translation>“%1”已损坏：其中必须是列表。</translation>
    </message>
</context>
<context>
    <name>items::KeyValueModel</name>
    <message>
        <source>Switch “%1” on or off</source>
        <translation>启用或禁用“%1”</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Delete %1 rows</source>
        <translation>删除 %1 行</translation>
    </message>
</context>
<context>
    <name>items::ProjectTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>items::RunHistoryModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
</context>
<context>
    <name>items::SlaModel</name>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>停止运行</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Edit rule %1</source>
        <translation>编辑规则 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>共</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Times in a row</source>
        <translation>连续次数</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>则</translation>
    </message>
    <message>
        <source>Delete rule %1</source>
        <translation>删除规则 %1</translation>
    </message>
    <message>
        <source>Delete %1 rules</source>
        <translation>删除 %1 条规则</translation>
    </message>
</context>
<context>
    <name>items::StagesModel</name>
    <message>
        <source>Add stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation>移动阶段</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>并发模式</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Surge, users</source>
        <translation>浪涌，并发</translation>
    </message>
    <message>
        <source>Surge, TPS</source>
        <translation>浪涌，TPS</translation>
    </message>
    <message>
        <source>Oscillation, users</source>
        <translation>震荡，并发</translation>
    </message>
    <message>
        <source>Oscillation, TPS</source>
        <translation>震荡，TPS</translation>
    </message>
    <message>
        <source>Smart peak</source>
        <translation>智能摸高</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 用户</translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation>%1 次迭代</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Edit stage %1</source>
        <translation>编辑阶段 %1</translation>
    </message>
    <message>
        <source>Rename stage %1</source>
        <translation>重命名阶段 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Ramp-up</source>
        <translation>爬坡</translation>
    </message>
    <message>
        <source>Delete stage %1</source>
        <translation>删除阶段 %1</translation>
    </message>
    <message>
        <source>Delete %1 stages</source>
        <translation>删除 %1 个阶段</translation>
    </message>
</context>
<context>
    <name>items::StatsTableModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Average, ms</source>
        <translation>平均，ms</translation>
    </message>
    <message>
        <source>p50, ms</source>
        <translation>p50，ms</translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation>p95，ms</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99，ms</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>items::StepsModel</name>
    <message>
        <source>Branch %1</source>
        <translation>分支 %1</translation>
    </message>
</context>
<context>
    <name>items::VariablesModel</name>
    <message>
        <source>Add variable “%1”</source>
        <translation>添加变量“%1”</translation>
    </message>
    <message>
        <source>Integer range</source>
        <translation>整数范围</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>A copy a user</source>
        <translation>每个用户一份</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Edit variable “%1”</source>
        <translation>编辑变量“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享方式</translation>
    </message>
    <message>
        <source>Delete variable “%1”</source>
        <translation>删除变量“%1”</translation>
    </message>
    <message>
        <source>Delete %1 variables</source>
        <translation>删除 %1 个变量</translation>
    </message>
</context>
<context>
    <name>report::Comparison</name>
    <message>
        <source>A difference counts as larger than noise when it exceeds 3 % and two standard errors of the figures a second (p99: twice, max: three times that); for failures, two standard errors of the difference of the shares.</source>
        <translation>差异超过 3 % 且超过每秒数值的两个标准误（p99 为其两倍，最大值为三倍）时视为大于噪声；失败率则看占比之差的两个标准误。</translation>
    </message>
    <message>
        <source>“%1” is not a comparison rule; write for example p95&gt;+10% or Pay: errors&gt;+5.</source>
        <translation>“%1”不是对比规则；例如写 p95&gt;+10% 或 Pay: errors&gt;+5。</translation>
    </message>
    <message>
        <source>“%1” in “%2” is not a metric; there are avg, min, max, p50 to p9999, rps, tps, success_rate and errors.</source>
        <translation>“%2”中的“%1”不是指标；可用 avg、min、max、p50 至 p9999、rps、tps、success_rate 和 errors。</translation>
    </message>
    <message>
        <source>“%1” cannot be compared; choose one of %2.</source>
        <translation>“%1”无法比较；请选择 %2 之一。</translation>
    </message>
    <message>
        <source>“%1” needs a sign before its percentage, as in p95&gt;+10%.</source>
        <translation>“%1”的百分比前需要正负号，如 p95&gt;+10%。</translation>
    </message>
    <message>
        <source>“%1” fits nothing both runs have.</source>
        <translation>“%1”与两次运行共有的内容均不匹配。</translation>
    </message>
</context>
<context>
    <name>report::JsonReport</name>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 is not a complete run file: %2 at byte %3.</source>
        <translation>%1 不是完整的运行文件：第 %3 字节处 %2。</translation>
    </message>
    <message>
        <source>%1 is not a run file of Crescendo.</source>
        <translation>%1 不是 Crescendo 的运行文件。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Crescendo (run file version %2; this one reads version %3).</source>
        <translation>%1 由更新版本的 Crescendo 写成（运行文件版本 %2；本程序可读版本 %3）。</translation>
    </message>
    <message>
        <source>%1 is damaged: its version is missing or wrong.</source>
        <translation>%1 已损坏：缺少版本号或版本号有误。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 已损坏：%2。</translation>
    </message>
</context>
<context>
    <name>report::PdfReport</name>
    <message>
        <source>%1 worker threads</source>
        <translation>%1 个工作线程</translation>
    </message>
    <message>
        <source>This computer was never the limit.</source>
        <translation>本机始终不是瓶颈。</translation>
    </message>
    <message>
        <source>Top CPU %1 %, lateness p99 %2 ms, %3 starts dropped</source>
        <translation>最高 CPU %1 %，启动延迟 p99 %2 ms，丢弃启动 %3</translation>
    </message>
    <message>
        <source>No limits were set</source>
        <translation>未设置指标</translation>
    </message>
    <message>
        <source>Nothing was asked of this run.</source>
        <translation>此次运行没有要求。</translation>
    </message>
    <message>
        <source>All limits kept</source>
        <translation>全部指标达标</translation>
    </message>
    <message>
        <source>Every rule and threshold held.</source>
        <translation>所有规则与阈值均满足。</translation>
    </message>
    <message>
        <source>%1 of %2 limits missed</source>
        <translation>%2 项指标中 %1 项未达标</translation>
    </message>
    <message>
        <source>The figures can be trusted</source>
        <translation>数据可信</translation>
    </message>
    <message>
        <source>The figures cannot be trusted</source>
        <translation>数据不可信</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p90 %1</source>
        <translation>p90 %1</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <source>%1 user minutes</source>
        <translation>%1 用户分钟</translation>
    </message>
    <message>
        <source>Response times, % of requests up to, ms</source>
        <translation>响应时间，各区间请求占比 %，上限 ms</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>users</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Time of a whole pass</source>
        <translation>一次完整执行的时间</translation>
    </message>
    <message>
        <source>Answers per second</source>
        <translation>每秒响应数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>虚拟用户</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Case, transaction, request</source>
        <translation>用例、事务、请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The PDF cannot be drawn.</source>
        <translation>无法绘制 PDF。</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>如何阅读</translation>
    </message>
    <message>
        <source>Response time runs from the first act of an exchange to the last byte of the answer; failed requests are in averages and percentiles. pN: N % of the requests were answered at least this fast. A transaction is one full pass through the steps of a case. Rates are divided by the seconds with traffic.</source>
        <translation>响应时间从一次交互的第一个动作算到响应的最后一个字节；失败的请求计入平均值与百分位。pN：N % 的请求不慢于此值。事务是用例各步骤的一次完整执行。速率按有流量的秒数计算。</translation>
    </message>
</context>
<context>
    <name>report::ReportFile</name>
    <message>
        <source>This program lacks its report page (%1).</source>
        <translation>程序缺少报告页面（%1）。</translation>
    </message>
    <message>
        <source>This program's report page is broken: %1.</source>
        <translation>程序的报告页面已损坏：%1。</translation>
    </message>
    <message>
        <source>%1 was %2, but %3 was asked for.</source>
        <translation>%1 为 %2，而要求为 %3。</translation>
    </message>
    <message>
        <source>The run was cut short.</source>
        <translation>运行被提前结束。</translation>
    </message>
    <message>
        <source>its member “%1” is missing or wrong</source>
        <translation>其成员“%1”缺失或有误</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>report::ReportWriter</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 names no form of report; choose .html, .pdf, .csv, .xlsx, .json or .xml.</source>
        <translation>%1 不是报告格式；请选择 .html、.pdf、.csv、.xlsx、.json 或 .xml。</translation>
    </message>
</context>
<context>
    <name>report::Verdict</name>
    <message>
        <source>A worker of this computer was busy at up to %1 % of a core, so starts may have come late.</source>
        <translation>本机一个工作线程最高占用 %1 % 的核心，启动可能偏晚。</translation>
    </message>
    <message>
        <source>Throughput limited by this computer: a worker was busy at up to %1 % of a core.</source>
        <translation>吞吐量受限于本机：一个工作线程最高占用 %1 % 的核心。</translation>
    </message>
    <message>
        <source>One start in a hundred came more than %1 ms late.</source>
        <translation>百分之一的启动晚了 %1 ms 以上。</translation>
    </message>
    <message>
        <source>%1 requests failed for a reason of this computer: %2</source>
        <translation>%1 个请求因本机原因失败：%2</translation>
    </message>
    <message>
        <source>%1 starts were dropped although users were free.</source>
        <translation>有 %1 次启动在用户空闲时被丢弃。</translation>
    </message>
    <message>
        <source>%1 of %2 starts were dropped because all users were busy.</source>
        <translation>%2 次启动中有 %1 次因所有用户都在忙而被丢弃。</translation>
    </message>
</context>
<context>
    <name>services::CsvReader</name>
    <message>
        <source>%1 is empty: its first line must name the columns.</source>
        <translation>%1 为空：首行必须是列名。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 cells where the first line has %4.</source>
        <translation>%1 第 %2 行：有 %3 个单元格，而首行有 %4 个。</translation>
    </message>
    <message>
        <source>%1, line %2: a quotation mark is never closed.</source>
        <translation>%1 第 %2 行：引号未闭合。</translation>
    </message>
    <message>
        <source>%1 has no rows below its first line.</source>
        <translation>%1 的首行之下没有数据行。</translation>
    </message>
</context>
<context>
    <name>services::DemoService</name>
    <message>
        <source>The demo target could not start: %1</source>
        <translation>演示目标无法启动：%1</translation>
    </message>
</context>
<context>
    <name>services::PlanCompiler</name>
    <message>
        <source>The project has no environment named “%1”.</source>
        <translation>工程中没有名为“%1”的环境。</translation>
    </message>
    <message>
        <source>%1: the case has no stage, so it would send nothing.</source>
        <translation>%1：用例没有阶段，不会发送任何请求。</translation>
    </message>
    <message>
        <source>%1: the case has no enabled request.</source>
        <translation>%1：用例没有启用的请求。</translation>
    </message>
    <message>
        <source>No case was chosen to run.</source>
        <translation>没有选择要运行的用例。</translation>
    </message>
    <message>
        <source>The project has no case number %1.</source>
        <translation>工程中没有编号为 %1 的用例。</translation>
    </message>
    <message>
        <source>“%1” is no header name.</source>
        <translation>“%1”不是请求头名称。</translation>
    </message>
    <message>
        <source>the value of header %1 holds a line break.</source>
        <translation>请求头 %1 的值含有换行。</translation>
    </message>
    <message>
        <source>a checkpoint looks at “%1”, which does not exist.</source>
        <translation>检查点的对象“%1”不存在。</translation>
    </message>
    <message>
        <source>a checkpoint compares by “%1”, which does not exist.</source>
        <translation>检查点的比较方式“%1”不存在。</translation>
    </message>
    <message>
        <source>this version runs HTTP and HTTPS requests only.</source>
        <translation>此版本只能运行 HTTP 和 HTTPS 请求。</translation>
    </message>
    <message>
        <source>“%1” is no HTTP method.</source>
        <translation>“%1”不是 HTTP 方法。</translation>
    </message>
    <message>
        <source>“%1” is not a URL that can be requested.</source>
        <translation>“%1”不是可请求的 URL。</translation>
    </message>
    <message>
        <source>Variable “%1”: cannot read %2: %3.</source>
        <translation>变量“%1”：无法读取 %2：%3。</translation>
    </message>
    <message>
        <source>Variable “%1”: %2</source>
        <translation>变量“%1”：%2</translation>
    </message>
    <message>
        <source>Variable “%1”: its range ends before it begins.</source>
        <translation>变量“%1”：范围的终点小于起点。</translation>
    </message>
    <message>
        <source>Variable “%1” has no values.</source>
        <translation>变量“%1”没有值。</translation>
    </message>
    <message>
        <source>The sensitive variable “%1” has no value: give it with --var-env %1=NAME or in the editor.</source>
        <translation>敏感变量“%1”没有值：请用 --var-env %1=NAME 或在编辑器中给出。</translation>
    </message>
    <message>
        <source>data instruction</source>
        <translation>数据指令</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>virtual-user percentage</source>
        <translation>虚拟用户百分比</translation>
    </message>
    <message>
        <source>throughput controller</source>
        <translation>吞吐量控制器</translation>
    </message>
    <message>
        <source>rendezvous</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>plugin request</source>
        <translation>插件请求</translation>
    </message>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>步骤 %1</translation>
    </message>
    <message>
        <source>%1: this version cannot run a %2 yet; disable it to run the case without.</source>
        <translation>%1：此版本尚不能运行 %2；禁用它即可运行其余部分。</translation>
    </message>
    <message>
        <source>%1: the transaction %2 is not in this project.</source>
        <translation>%1：事务 %2 不在本工程中。</translation>
    </message>
    <message>
        <source>%1: the transaction “%2” contains itself, or is nested deeper than ten levels.</source>
        <translation>%1：事务“%2”包含自身，或嵌套超过十层。</translation>
    </message>
    <message>
        <source>%1: this version cannot leave a loop by a condition yet.</source>
        <translation>%1：此版本尚不能按条件退出循环。</translation>
    </message>
    <message>
        <source>%1: a loop runs 0 to 100000 times, not “%2”.</source>
        <translation>%1：循环次数应为 0 到 100000，而不是“%2”。</translation>
    </message>
</context>
<context>
    <name>services::RunRecorder</name>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Load set to %1</source>
        <translation>负载已设为 %1</translation>
    </message>
</context>
<context>
    <name>services::RunService</name>
    <message>
        <source>A run is under way: stop it first.</source>
        <translation>有运行正在进行：请先停止。</translation>
    </message>
    <message>
        <source>The run could not be written, it goes on in memory: %1</source>
        <translation>运行无法写入磁盘，继续在内存中进行：%1</translation>
    </message>
    <message>
        <source>The run could not start: %1</source>
        <translation>运行无法开始：%1</translation>
    </message>
    <message>
        <source>The project has no task number %1.</source>
        <translation>工程中没有编号为 %1 的任务。</translation>
    </message>
    <message>
        <source>The task “%1” has no enabled case.</source>
        <translation>任务“%1”没有启用的用例。</translation>
    </message>
    <message>
        <source>The run could not be written, it is kept in memory: %1</source>
        <translation>运行无法写入磁盘，保留在内存中：%1</translation>
    </message>
</context>
<context>
    <name>services::SlaWatch</name>
    <message>
        <source>%1: rule “%2” broke, %3 was %4 from second %5 to %6.</source>
        <translation>%1：规则“%2”被违反，第 %5 至 %6 秒 %3 为 %4。</translation>
    </message>
</context>
<context>
    <name>services::WorkspaceService</name>
    <message>
        <source>There is no workspace %1.</source>
        <translation>没有工作区 %1。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>The sample project is missing from this program.</source>
        <translation>程序中缺少示例工程。</translation>
    </message>
    <message>
        <source>The sample project</source>
        <translation>示例工程</translation>
    </message>
    <message>
        <source>Close the other window of Crescendo that has it open, then try again.</source>
        <translation>请关闭正在使用它的另一个 Crescendo 窗口，然后重试。</translation>
    </message>
    <message>
        <source>Nothing in it was changed. Open it with the newer version, or choose another workspace.</source>
        <translation>文件未作任何修改。请用较新的版本打开，或选择其他工作区。</translation>
    </message>
    <message>
        <source>Nothing in it was changed. Put back a copy of it and try again, or choose another workspace.</source>
        <translation>文件未作任何修改。请恢复其备份后重试，或选择其他工作区。</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written, then try again, or choose another workspace.</source>
        <translation>请确认文件夹存在且可写后重试，或选择其他工作区。</translation>
    </message>
</context>
<context>
    <name>store::Database</name>
    <message>
        <source>“%1” is a folder, not a workspace file.</source>
        <translation>“%1”是文件夹，不是工作区文件。</translation>
    </message>
    <message>
        <source>There is no workspace file “%1”.</source>
        <translation>没有工作区文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be made: %2.</source>
        <translation>无法创建“%1”：%2。</translation>
    </message>
    <message>
        <source>it is not a database or is damaged</source>
        <translation>它不是数据库或已损坏</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a workspace: %2.</source>
        <translation>无法将“%1”作为工作区读取：%2。</translation>
    </message>
    <message>
        <source>The workspace “%1” could not be used: %2.</source>
        <translation>无法使用工作区“%1”：%2。</translation>
    </message>
</context>
<context>
    <name>store::FileLock</name>
    <message>
        <source>“%1” cannot be opened for writing: %2.</source>
        <translation>无法打开“%1”写入：%2。</translation>
    </message>
    <message>
        <source>“%1” is open in another Crescendo.</source>
        <translation>“%1”已在另一个 Crescendo 中打开。</translation>
    </message>
</context>
<context>
    <name>store::Migrations</name>
    <message>
        <source>“%1” is a database of another program, not a workspace.</source>
        <translation>“%1”是其他程序的数据库，不是工作区。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Crescendo (schema %2).</source>
        <translation>“%1”由更新版本的 Crescendo 写成（架构 %2）。</translation>
    </message>
</context>
<context>
    <name>store::RunCodec</name>
    <message>
        <source>a stored figure is damaged.</source>
        <translation>存储的数据已损坏。</translation>
    </message>
</context>
<context>
    <name>store::RunStore</name>
    <message>
        <source>There is no run %1 in “%2”.</source>
        <translation>“%2”中没有运行 %1。</translation>
    </message>
    <message>
        <source>Run %1 in “%2” cannot be read: %3</source>
        <translation>无法读取“%2”中的运行 %1：%3</translation>
    </message>
    <message>
        <source>it has too many seconds.</source>
        <translation>秒数过多。</translation>
    </message>
</context>
<context>
    <name>store::Sequence</name>
    <message>
        <source>The workspace “%1” has no numbers left.</source>
        <translation>工作区“%1”的编号已用完。</translation>
    </message>
</context>
<context>
    <name>store::Workspace</name>
    <message>
        <source>There is no project %1 in “%2”.</source>
        <translation>“%2”中没有工程 %1。</translation>
    </message>
    <message>
        <source>“%1” is damaged at %2 %3: %4</source>
        <translation>“%1”在 %2 %3 处损坏：%4</translation>
    </message>
</context>
<context>
    <name>ui::CaseEditor</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>用例的组成</translation>
    </message>
    <message>
        <source>Choose a step on the left, or add one: a request, a loop, a condition.</source>
        <translation>在左侧选择步骤，或添加一个：请求、循环、条件。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>用例步骤</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制阶段</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>启用或禁用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Settings of the step</source>
        <translation>步骤设置</translation>
    </message>
    <message>
        <source>Rules of the case</source>
        <translation>用例的规则</translation>
    </message>
    <message>
        <source>What must hold while the test runs. A rule that breaks is told, or stops the run.</source>
        <translation>压测期间必须满足的条件。规则被违反时提示或停止运行。</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>p95 below 500 ms</source>
        <translation>p95 低于 500 ms</translation>
    </message>
    <message>
        <source>Change the settings of the step</source>
        <translation>更改步骤设置</translation>
    </message>
</context>
<context>
    <name>ui::ChartCard</name>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>A command, a case, a request, anything inside one</source>
        <translation>命令、用例、请求，或请求中的任何内容</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&gt; commands   @ requests</source>
        <translation>&gt; 命令   @ 请求</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Cases and requests</source>
        <translation>用例与请求</translation>
    </message>
    <message>
        <source>Nothing has these words. Fewer letters find more.</source>
        <translation>没有匹配项。减少字数可以找到更多。</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>前 %1 项</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 项</translation>
    </message>
</context>
<context>
    <name>ui::ComparePage</name>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>Case, transaction, request</source>
        <translation>用例、事务、请求</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message numerus="yes">
        <source>%n worse</source>
        <translation>
            <numerusform>%n 项变差</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n better</source>
        <translation>
            <numerusform>%n 项变好</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alike</source>
        <translation>
            <numerusform>%n 项持平</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Choose two or three runs in the history to compare them.</source>
        <translation>在历史记录中选择两到三次运行进行对比。</translation>
    </message>
    <message>
        <source>Figure compared</source>
        <translation>对比的指标</translation>
    </message>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Response time p95</source>
        <translation>响应时间 p95</translation>
    </message>
    <message>
        <source>Failed per second</source>
        <translation>每秒失败</translation>
    </message>
</context>
<context>
    <name>ui::ErrorsCard</name>
    <message>
        <source>Side and cause</source>
        <translation>归属与原因</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors by side and cause</source>
        <translation>按归属与原因列错误</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::HealthCard</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Lateness p99</source>
        <translation>发送延迟 p99</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>文件描述符</translation>
    </message>
    <message>
        <source>Missed starts</source>
        <translation>未发起</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
</context>
<context>
    <name>ui::HistoryPage</name>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>No workspace is open, so the run cannot be deleted.</source>
        <translation>没有打开的工作区，无法删除运行。</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Response time p95, run by run</source>
        <translation>历次运行的响应时间 p95</translation>
    </message>
    <message>
        <source>Transactions per second, run by run</source>
        <translation>每秒事务数，按次</translation>
    </message>
    <message>
        <source>Success, run by run</source>
        <translation>成功率，按次</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose two or three runs to compare them.</source>
        <translation>选择两到三次运行进行对比。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) with all figures? This cannot be undone.</source>
        <translation>
            <numerusform>删除 %n 次运行及其全部数据？此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Figure of the trend</source>
        <translation>趋势的指标</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>Task shown</source>
        <translation>显示的任务</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>历次运行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未隔离</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Run a test: its report is kept here, second by second.</source>
        <translation>运行一次压测：报告会逐秒保存在这里。</translation>
    </message>
</context>
<context>
    <name>ui::LiveCharts</name>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>每秒响应</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>虚拟用户</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
</context>
<context>
    <name>ui::LivePage</name>
    <message>
        <source>stage %1 of %2</source>
        <translation>阶段 %1/%2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation>暂停刷新</translation>
    </message>
    <message>
        <source>Holds the view still; the run goes on.</source>
        <translation>画面保持不动，压测继续。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Run test</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在进行的运行</translation>
    </message>
    <message>
        <source>Start a case or a task: its figures appear here second by second.</source>
        <translation>开始一个用例或任务：数据会逐秒显示在这里。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>ui::LiveTiles</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Transactions, of target</source>
        <translation>事务，目标达成</translation>
    </message>
    <message>
        <source>/ %1 TPS</source>
        <translation>/ %1 TPS</translation>
    </message>
    <message>
        <source>%1 % of target</source>
        <translation>目标的 %1 %</translation>
    </message>
    <message>
        <source>Response time p95</source>
        <translation>响应时间 p95</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>p95 of the run %1 ms</source>
        <translation>整次运行 p95 %1 ms</translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation>限值 %1 ms</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>活跃用户</translation>
    </message>
    <message>
        <source>All users are busy</source>
        <translation>所有用户都在忙</translation>
    </message>
    <message>
        <source>most so far %1</source>
        <translation>目前最多 %1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>CPU %1 % · lateness %2 ms</source>
        <translation>CPU %1 % · 发送延迟 %2 ms</translation>
    </message>
</context>
<context>
    <name>ui::LoadCard</name>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Change the load</source>
        <translation>调整压力</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>更改的对象</translation>
    </message>
    <message>
        <source>New load</source>
        <translation>新负载</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Applies at once, until the stage ends.</source>
        <translation>立即生效，直到本阶段结束。</translation>
    </message>
    <message>
        <source>Only stages pressed by hand can be changed.</source>
        <translation>只有手动调节的阶段可以更改。</translation>
    </message>
</context>
<context>
    <name>ui::LoadCurveView</name>
    <message>
        <source>%1 a second at %2</source>
        <translation>%2 时每秒 %1</translation>
    </message>
    <message>
        <source>%1 users at %2</source>
        <translation>%2 时 %1 用户</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A test is running. Closing stops it; what was measured so far is kept.</source>
        <translation>压测正在运行。关闭窗口会停止压测，已测得的数据会保留。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>The last changes could not be written and would be lost. Export the project elsewhere to keep them.</source>
        <translation>最近的修改无法写入，将会丢失。可将工程导出到别处以保留。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>ui::NodeDelegate</name>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>ui::ProjectDock</name>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制阶段</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>启用或禁用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the project tree</source>
        <translation>筛选工程树</translation>
    </message>
    <message>
        <source>Project tree</source>
        <translation>工程树</translation>
    </message>
    <message>
        <source>No cases yet. A case holds the requests one user makes, and the load it is tested with.</source>
        <translation>还没有用例。用例包含一个用户发出的请求，以及压测它的负载。</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>New directory</source>
        <translation>新目录</translation>
    </message>
    <message>
        <source>Stage 1</source>
        <translation>阶段 1</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新用例</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
</context>
<context>
    <name>ui::ReportCharts</name>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Percentile curve</source>
        <translation>百分位曲线</translation>
    </message>
    <message>
        <source>Response times</source>
        <translation>响应时间分布</translation>
    </message>
    <message>
        <source>% of requests up to</source>
        <translation>各区间请求占比</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>每秒响应</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>虚拟用户</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Errors by cause</source>
        <translation>按原因列错误</translation>
    </message>
    <message>
        <source>This computer: CPU of the busiest worker</source>
        <translation>本机：最忙工作线程的 CPU</translation>
    </message>
    <message>
        <source>This computer: lateness of starts</source>
        <translation>本机：启动延迟</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>实际请求</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>检查失败</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
</context>
<context>
    <name>ui::ReportErrors</name>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无响应</translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n 种原因</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Side and cause</source>
        <translation>归属与原因</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Sampled exchange</source>
        <translation>采样的交互</translation>
    </message>
    <message>
        <source>Sampled exchange, %1</source>
        <translation>采样的交互，%1</translation>
    </message>
    <message>
        <source>No request failed.</source>
        <translation>没有失败的请求。</translation>
    </message>
</context>
<context>
    <name>ui::ReportPage</name>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>%1: %2 is %3, limit %4</source>
        <translation>%1：%2 为 %3，限值 %4</translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <translation>%1，限值 %2</translation>
    </message>
    <message>
        <source>No limits were set</source>
        <translation>未设置指标</translation>
    </message>
    <message>
        <source>Set limits in the task to have the run judged.</source>
        <translation>在任务中设置指标，即可评判运行。</translation>
    </message>
    <message>
        <source>All limits held</source>
        <translation>全部指标达标</translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s) were looked at.</source>
        <translation>
            <numerusform>检查了 %n 项指标。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 limits missed</source>
        <translation>%2 项指标中 %1 项未达标</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures can be trusted</source>
        <translation>数据可信</translation>
    </message>
    <message>
        <source>This computer was the limit</source>
        <translation>本机是瓶颈</translation>
    </message>
    <message>
        <source>This computer was never the limit.</source>
        <translation>本机始终不是瓶颈。</translation>
    </message>
    <message>
        <source>top CPU</source>
        <translation>最高 CPU</translation>
    </message>
    <message>
        <source>lateness p99</source>
        <translation>发送延迟 p99</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>starts dropped</source>
        <translation>丢弃启动</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1 req/s on average</source>
        <translation>平均 %1 请求/s</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Response time p50</source>
        <translation>响应时间 p50</translation>
    </message>
    <message>
        <source>mean %1 ms</source>
        <translation>平均 %1 ms</translation>
    </message>
    <message>
        <source>Response time p95</source>
        <translation>响应时间 p95</translation>
    </message>
    <message>
        <source>p90 %1 ms</source>
        <translation>p90 %1 ms</translation>
    </message>
    <message>
        <source>Response time p99</source>
        <translation>响应时间 p99</translation>
    </message>
    <message>
        <source>max %1 ms</source>
        <translation>最大 %1 ms</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>接收 %1</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Case shown</source>
        <translation>显示的用例</translation>
    </message>
    <message>
        <source>No run is open. Start a test, or open an earlier run from the history.</source>
        <translation>没有打开的运行。请开始压测，或从历史记录打开。</translation>
    </message>
    <message>
        <source>HTML page, one file, works offline</source>
        <translation>HTML 页面，单个文件，离线可用</translation>
    </message>
    <message>
        <source>PDF, A4 for printing</source>
        <translation>PDF，A4 打印</translation>
    </message>
    <message>
        <source>CSV folder: statistics and curves</source>
        <translation>CSV 文件夹：统计与曲线</translation>
    </message>
    <message>
        <source>XLSX workbook</source>
        <translation>XLSX 工作簿</translation>
    </message>
    <message>
        <source>JSON, the whole run</source>
        <translation>JSON，整个运行</translation>
    </message>
    <message>
        <source>JUnit XML, limits as test cases</source>
        <translation>JUnit XML，指标作为测试用例</translation>
    </message>
</context>
<context>
    <name>ui::ReportTree</name>
    <message>
        <source>setup</source>
        <translation>前置</translation>
    </message>
    <message>
        <source>Case, transaction, request</source>
        <translation>用例、事务、请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed %</source>
        <translation>失败率 %</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>ui::RequestEditor</name>
    <message>
        <source>Query parameters</source>
        <translation>查询参数</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的组成</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Name of the request</source>
        <translation>请求名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>https://host/path, with ${variables} where they vary</source>
        <translation>https://主机/路径，变化之处用 ${变量}</translation>
    </message>
    <message>
        <source>Change the method</source>
        <translation>更改方法</translation>
    </message>
    <message>
        <source>Rename the request</source>
        <translation>重命名请求</translation>
    </message>
    <message>
        <source>Edit the URL</source>
        <translation>编辑 URL</translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation>表单字段</translation>
    </message>
    <message>
        <source>Text or JSON</source>
        <translation>文本或 JSON</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Multipart</source>
        <translation>多部分</translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation>请求体类型</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Lay out the JSON</source>
        <translation>排版 JSON</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Change the kind of body</source>
        <translation>更改请求体类型</translation>
    </message>
    <message>
        <source>Edit the body</source>
        <translation>编辑请求体</translation>
    </message>
    <message>
        <source>This is not JSON: %1 at character %2.</source>
        <translation>这不是 JSON：第 %2 个字符处 %1。</translation>
    </message>
    <message>
        <source>Format the body</source>
        <translation>格式化请求体</translation>
    </message>
    <message>
        <source>Check the answer</source>
        <translation>启用检查点</translation>
    </message>
    <message>
        <source>Tries after a failure</source>
        <translation>失败后重试次数</translation>
    </message>
    <message>
        <source>Pause between tries, ms</source>
        <translation>重试间隔，ms</translation>
    </message>
    <message>
        <source>The request passes when</source>
        <translation>请求通过条件</translation>
    </message>
    <message>
        <source>all hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>one holds</source>
        <translation>任一满足</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Name or path</source>
        <translation>名称或路径</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>If it fails, try again</source>
        <translation>失败后重试</translation>
    </message>
    <message>
        <source>times, after (ms)</source>
        <translation>次，间隔（ms）</translation>
    </message>
    <message>
        <source>Change the rule of the checkpoints</source>
        <translation>更改检查点规则</translation>
    </message>
    <message>
        <source>Edit the checkpoints</source>
        <translation>编辑检查点</translation>
    </message>
    <message>
        <source>Each row keeps a part of the answer as a variable. From: 1 body, 2 header, 3 URL, 4 status code, 5 JSON value.</source>
        <translation>每行把响应的一部分存为变量。来源：1 响应体，2 响应头，3 URL，4 状态码，5 JSON 值。</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Header or path</source>
        <translation>响应头或路径</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>响应提取</translation>
    </message>
    <message>
        <source>Edit the extraction</source>
        <translation>编辑响应提取</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Connect within, ms</source>
        <translation>连接超时，ms</translation>
    </message>
    <message>
        <source>Answer within, ms</source>
        <translation>响应超时，ms</translation>
    </message>
    <message>
        <source>Think time, ms</source>
        <translation>思考时间，ms</translation>
    </message>
    <message>
        <source>Think after the answer</source>
        <translation>响应后思考</translation>
    </message>
    <message>
        <source>Always the full time, however long the answer took</source>
        <translation>始终等满时长，不论响应耗时</translation>
    </message>
    <message>
        <source>Verify the server's certificate</source>
        <translation>校验服务器证书</translation>
    </message>
    <message>
        <source>Follow redirects</source>
        <translation>跟随重定向</translation>
    </message>
    <message>
        <source>Use a new connection each time</source>
        <translation>每次使用新连接</translation>
    </message>
    <message>
        <source>Keep cookies for each user</source>
        <translation>为每个用户保存 Cookie</translation>
    </message>
    <message>
        <source>A failure ends the pass of this user</source>
        <translation>失败即结束该用户本次执行</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>ui::RequestsCard</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>p50 ms</source>
        <translation>p50 ms</translation>
    </message>
    <message>
        <source>p95 ms</source>
        <translation>p95 ms</translation>
    </message>
    <message>
        <source>p99 ms</source>
        <translation>p99 ms</translation>
    </message>
    <message>
        <source>Failed %</source>
        <translation>失败率 %</translation>
    </message>
    <message>
        <source>Requests, the slowest first</source>
        <translation>请求，最慢的在前</translation>
    </message>
</context>
<context>
    <name>ui::StageEditor</name>
    <message>
        <source>Add stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制阶段</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Load curve</source>
        <translation>压力曲线</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>after a time</source>
        <translation>按时长</translation>
    </message>
    <message>
        <source>after a number of passes</source>
        <translation>按执行次数</translation>
    </message>
    <message>
        <source>Rename the stage</source>
        <translation>重命名阶段</translation>
    </message>
    <message>
        <source>Change the mode of the stage</source>
        <translation>更改阶段模式</translation>
    </message>
    <message>
        <source>Change how the stage ends</source>
        <translation>更改阶段结束方式</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Users, at most</source>
        <translation>用户上限</translation>
    </message>
    <message>
        <source>Passes a second</source>
        <translation>每秒执行次数</translation>
    </message>
    <message>
        <source>Length, s</source>
        <translation>时长，s</translation>
    </message>
    <message>
        <source>Passes in all</source>
        <translation>总执行次数</translation>
    </message>
    <message>
        <source>Starts with, users</source>
        <translation>起始并发</translation>
    </message>
    <message>
        <source>Starts with, passes/s</source>
        <translation>起始，次/s</translation>
    </message>
    <message>
        <source>Rises for, s</source>
        <translation>上升时长，s</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>At the top for, s</source>
        <translation>峰顶时长，s</translation>
    </message>
    <message>
        <source>Step, users</source>
        <translation>步长，并发</translation>
    </message>
    <message>
        <source>A step lasts, s</source>
        <translation>每步时长，s</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Duplicate the stage</source>
        <translation>复制阶段</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>移除阶段</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n 个阶段</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 passes planned</source>
        <translation>计划执行 %1 次</translation>
    </message>
</context>
<context>
    <name>exchange::CurlCommand</name>
    <message>
        <source>The shell variable %1 became the variable of the same name here.</source>
        <translation>Shell 变量 %1 已转换为同名变量。</translation>
    </message>
    <message>
        <source>What follows the first command was left out.</source>
        <translation>第一条命令之后的内容已忽略。</translation>
    </message>
    <message>
        <source>The cURL command has no address.</source>
        <translation>cURL 命令中没有地址。</translation>
    </message>
    <message>
        <source>The option %1 of the cURL command lacks its value.</source>
        <translation>cURL 命令的选项 %1 缺少取值。</translation>
    </message>
    <message>
        <source>The option %1 was left out.</source>
        <translation>选项 %1 已忽略。</translation>
    </message>
    <message>
        <source>Only the first address was taken, not %1.</source>
        <translation>只采用第一个地址，未采用 %1。</translation>
    </message>
    <message>
        <source>Headers of the file %1 were left out.</source>
        <translation>文件 %1 中的请求头已忽略。</translation>
    </message>
    <message>
        <source>The header “%1” was left out.</source>
        <translation>请求头“%1”已忽略。</translation>
    </message>
    <message>
        <source>Cookies of the file %1 were left out.</source>
        <translation>文件 %1 中的 Cookie 已忽略。</translation>
    </message>
    <message>
        <source>The proxy %1 was left out: only HTTP proxies are known.</source>
        <translation>代理 %1 已忽略：仅支持 HTTP 代理。</translation>
    </message>
    <message>
        <source>The body in the file %1 was left out.</source>
        <translation>文件 %1 中的请求体已忽略。</translation>
    </message>
    <message>
        <source>The form field “%1” was left out.</source>
        <translation>表单字段“%1”已忽略。</translation>
    </message>
    <message>
        <source>The file %1 must be there when the test runs.</source>
        <translation>压测运行时文件 %1 必须存在。</translation>
    </message>
    <message>
        <source>This is neither an address nor a cURL command.</source>
        <translation>这既不是地址，也不是 cURL 命令。</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://, not with %1://.</source>
        <translation>地址应以 http:// 或 https:// 开头，而不是 %1://。</translation>
    </message>
    <message>
        <source>“%1” is not a valid address.</source>
        <translation>“%1”不是有效的地址。</translation>
    </message>
    <message>
        <source>The text is too long for a cURL command.</source>
        <translation>文本过长，不像是 cURL 命令。</translation>
    </message>
    <message>
        <source>This is not a cURL command.</source>
        <translation>这不是 cURL 命令。</translation>
    </message>
    <message>
        <source>Paste an address or a cURL command.</source>
        <translation>请粘贴地址或 cURL 命令。</translation>
    </message>
</context>
<context>
    <name>exchange::ShellWords</name>
    <message>
        <source>The command ends inside a quote: a %1 is missing.</source>
        <translation>命令在引号内结束：缺少 %1。</translation>
    </message>
</context>
<context>
    <name>services::SendOnce</name>
    <message>
        <source>A request is under way; wait for its answer.</source>
        <translation>已有请求正在进行，请等待其响应。</translation>
    </message>
    <message>
        <source>The request was not sent.</source>
        <translation>请求未发出。</translation>
    </message>
</context>
<context>
    <name>ui::DocTabs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>关闭标签页</translation>
    </message>
</context>
<context>
    <name>ui::EditorArea</name>
    <message>
        <source>Open cases</source>
        <translation>打开的用例</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有打开的用例</translation>
    </message>
    <message>
        <source>Choose one in the project tree, or add one.</source>
        <translation>请在工程树中选择一个用例，或新增一个。</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
</context>
<context>
    <name>ui::Finder</name>
    <message>
        <source>header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>extraction</source>
        <translation>提取</translation>
    </message>
</context>
<context>
    <name>ui::ProblemPage</name>
    <message>
        <source>The workspace could not be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>新建…</translation>
    </message>
</context>
<context>
    <name>ui::ProjectActions</name>
    <message>
        <source>Workspaces (*.crescendo)</source>
        <translation>工作区 (*.crescendo)</translation>
    </message>
    <message>
        <source>Crescendo</source>
        <translation>Crescendo</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新工程</translation>
    </message>
    <message>
        <source>Delete the project “%1” with its cases and runs? This cannot be undone.</source>
        <translation>删除工程“%1”及其用例和运行记录？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Open project file</source>
        <translation>打开工程文件</translation>
    </message>
    <message>
        <source>Project files (*.json)</source>
        <translation>工程文件 (*.json)</translation>
    </message>
    <message>
        <source>There is no project to export; open one first.</source>
        <translation>没有可导出的工程；请先打开一个。</translation>
    </message>
    <message>
        <source>Export project</source>
        <translation>导出工程</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Make a workspace</source>
        <translation>新建工作区</translation>
    </message>
</context>
<context>
    <name>ui::RequestInput</name>
    <message>
        <source>or: %1</source>
        <translation>或：%1</translation>
    </message>
    <message>
        <source>Address or cURL command</source>
        <translation>地址或 cURL 命令</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Edit first</source>
        <translation>先编辑</translation>
    </message>
    <message>
        <source>Send once</source>
        <translation>发送一次</translation>
    </message>
    <message>
        <source>Load test this</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>1 header</source>
        <translation>1 个请求头</translation>
    </message>
    <message>
        <source>%1 headers</source>
        <translation>%1 个请求头</translation>
    </message>
    <message>
        <source>a form of 1 field</source>
        <translation>含 1 个字段的表单</translation>
    </message>
    <message>
        <source>a form of %1 fields</source>
        <translation>含 %1 个字段的表单</translation>
    </message>
    <message>
        <source>JSON body</source>
        <translation>JSON 请求体</translation>
    </message>
    <message>
        <source>a body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>cURL recognised: %1</source>
        <translation>已识别 cURL：%1</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>ui::RunControl</name>
    <message>
        <source>There is no case to run; add one first.</source>
        <translation>没有可运行的用例；请先添加。</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>for this computer; each change holds at once</source>
        <translation>仅用于本机，修改立即生效</translation>
    </message>
    <message>
        <source>open the last project</source>
        <translation>打开上次的工程</translation>
    </message>
    <message>
        <source>show the welcome page</source>
        <translation>显示欢迎页</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>At start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Ask before a running test is stopped</source>
        <translation>停止正在运行的压测前询问</translation>
    </message>
    <message>
        <source>when the window is closed meanwhile</source>
        <translation>在运行中关闭窗口时</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>主题：%1</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>changes at once</source>
        <translation>立即切换</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Worker threads of a run</source>
        <translation>压测的工作线程数</translation>
    </message>
    <message>
        <source>automatic: all cores but one; this computer has %1</source>
        <translation>自动：比核心数少一个；本机有 %1 个核心</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>the file that holds projects and runs</source>
        <translation>保存工程与运行记录的文件</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>select a command and press F2 to type its keys</source>
        <translation>选中命令后按 F2 输入按键</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutModel</name>
    <message>
        <source>Standard: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”; take it away there first.</source>
        <translation>%1 已用于“%2”；请先在那里取消。</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutTable</name>
    <message>
        <source>New shortcut</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Double click or F2: type the new keys</source>
        <translation>双击或按 F2 输入新按键</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>All to standard</source>
        <translation>全部恢复默认</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Engine: running</source>
        <translation>引擎：运行中</translation>
    </message>
    <message>
        <source>Engine: ready</source>
        <translation>引擎：就绪</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>没有打开的工作区</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Environment: the values that variables take</source>
        <translation>环境：变量的取值</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>无环境</translation>
    </message>
    <message>
        <source>Run test</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止压测</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
</context>
<context>
    <name>ui::UndoHistory</name>
    <message>
        <source>History of changes</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Changes, the newest last</source>
        <translation>修改，最新的在最后</translation>
    </message>
    <message>
        <source>As it was when it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>Choose an entry to go back or forward to it.</source>
        <translation>选择一项即可回到该状态。</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>What should carry the load?</source>
        <translation>要压测什么？</translation>
    </message>
    <message>
        <source>Paste an address or a cURL command. Send it once, then test it under load.</source>
        <translation>粘贴地址或 cURL 命令。先发送一次，再进行压测。</translation>
    </message>
    <message>
        <source>Everything stays on this computer: no account, no cloud, no telemetry.</source>
        <translation>一切都留在本机：无账号、无云端、无遥测。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新工程</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>No project yet. Paste a request above, or begin with an empty project.</source>
        <translation>还没有工程。请在上方粘贴请求，或新建空工程。</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>示例工程</translation>
    </message>
    <message>
        <source>A small shop that runs on this computer: browse, sign in, search. Ready to start, with load curves of several kinds.</source>
        <translation>在本机运行的小商店：浏览、登录、搜索。含多种压力曲线，可直接开始。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
</context>
<context>
    <name>ui::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新工程</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开工程</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例工程</translation>
    </message>
    <message>
        <source>Delete project…</source>
        <translation>删除工程…</translation>
    </message>
    <message>
        <source>Import project file…</source>
        <translation>导入工程文件…</translation>
    </message>
    <message>
        <source>Export project…</source>
        <translation>导出工程…</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Run test</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>Run all cases</source>
        <translation>运行全部用例</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Filter the project tree</source>
        <translation>筛选工程树</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>重新打开关闭的标签页</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
</context>
<context>
    <name>ui::ApiCard</name>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Local interface</source>
        <translation>本地接口</translation>
    </message>
    <message>
        <source>for scripts and CI, as the API of CodeArts PerfTest</source>
        <translation>供脚本和 CI 使用，与 CodeArts PerfTest API 一致</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>a free one</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>Port of the local interface; 0: a free one</source>
        <translation>本地接口端口；0 为任意空闲端口</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User of the local interface</source>
        <translation>本地接口的用户</translation>
    </message>
    <message>
        <source>new password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password of the local interface</source>
        <translation>本地接口的新密码</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新建密钥</translation>
    </message>
    <message>
        <source>Show the secret key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>Copy both keys</source>
        <translation>复制两个密钥</translation>
    </message>
    <message>
        <source>Listens</source>
        <translation>监听中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1. Only programs on this computer can reach it.</source>
        <translation>%1。仅本机程序可以访问。</translation>
    </message>
    <message>
        <source>While it is on, only programs on this computer can reach it.</source>
        <translation>开启后仅本机程序可以访问。</translation>
    </message>
    <message>
        <source>Enter both a user and a password, or neither to let nobody sign in by password.</source>
        <translation>请同时输入用户和密码，或都留空以禁止密码登录。</translation>
    </message>
</context>
</TS>